import { useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import { priorityGoalsPerYear } from '#projections/suppression.ts';
import type { PriorityGoal } from '#projections/views.ts';
import { Button } from '#ui/parts/button/button.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { CheckboxGroup } from '#ui/parts/checkbox-group/checkbox-group.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';

interface TooManyProps {
  readonly centre: OpenCentre;
  readonly goals: readonly PriorityGoal[];
  readonly year: number;
}

/** More than two goals, as when two devices wrote apart: nothing is taken away until the team has chosen. */
export function TooMany({ centre, goals, year }: TooManyProps) {
  const { t } = useText();
  const toast = useToast();
  const [kept, setKept] = useState<readonly string[]>([]);
  const keep = async (): Promise<void> => {
    const gone = goals.filter(({ id }) => !kept.includes(id));
    for (const { id } of gone) await centre.removeGoal(id);
    setKept([]);
    toast({
      text: t('results:goal.kept'),
      undo: () => {
        for (const { id } of gone) void centre.restoreGoal(id);
      },
    });
  };
  return (
    <Panel kind="accent">
      <CheckboxGroup
        legend={t('results:goal.tooMany', { count: goals.length, year })}
        help={t('results:goal.tooManyHelp')}
        options={goals.map(({ id, title, measure }, index) => ({
          value: id,
          label: title || t('results:goal.unnamed', { number: index + 1 }),
          ...(measure === '' ? {} : { help: measure }),
        }))}
        values={kept}
        onChange={setKept}
      />
      <div>
        <Button
          kind="primary"
          disabled={kept.length !== priorityGoalsPerYear}
          onClick={() => void keep()}
        >
          {t('results:goal.keepTwo')}
        </Button>
      </div>
    </Panel>
  );
}
