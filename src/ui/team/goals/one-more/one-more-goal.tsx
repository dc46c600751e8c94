import { useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import { Button } from '#ui/parts/button/button.tsx';
import { TextField } from '#ui/parts/field/field.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import './one-more-goal.css';

interface OneMoreGoalProps {
  readonly centre: OpenCentre;
  /** The year that the goals are for. */
  readonly year: number;
  readonly evidence: readonly string[];
  readonly onDone?: () => void;
}

/** Two are chosen: a third is possible, but not without saying why. */
export function OneMoreGoal({ centre, year, evidence, onDone }: OneMoreGoalProps) {
  const { t } = useText();
  const toast = useToast();
  const [why, setWhy] = useState('');
  const add = async (): Promise<void> => {
    const empty = { title: '', because: '', measure: '', target: '', responsible: '', due: '' };
    const id = await centre.addGoal({ ...empty, year, evidence });
    await centre.setGoalField(id, 'beyondTwo', why.trim());
    setWhy('');
    onDone?.();
    toast({ text: t('results:goal.thirdAdded'), undo: () => void centre.removeGoal(id) });
  };
  return (
    <div class="one-more">
      <p>{t('results:goal.twoChosen', { year })}</p>
      <TextField
        label={t('results:goal.whyThird')}
        help={t('results:goal.whyThirdHelp')}
        maxLength={300}
        value={why}
        onInput={setWhy}
      />
      <div>
        <Button disabled={why.trim() === ''} onClick={() => void add()}>
          {t('results:goal.addThird')}
        </Button>
      </div>
    </div>
  );
}
