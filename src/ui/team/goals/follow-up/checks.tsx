import { goalCheckText, newCheckId, noteGoalCheck, removeGoalCheck } from '#app/team/goal-notes.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { GoalCheck, GoalPlan } from '#projections/goal-plan.ts';
import { Button } from '#ui/parts/button/button.tsx';
import { SavedField } from '#ui/parts/saved-field/saved-field.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';

interface ChecksProps {
  readonly centre: OpenCentre;
  readonly goal: string;
  readonly plan: GoalPlan;
}

/** The short notes that a team makes when it looks at a goal during the year; with a number where it counts something. */
export function Checks({ centre, goal, plan }: ChecksProps) {
  const { t } = useText();
  const toast = useToast();
  const remove = async (check: string): Promise<void> => {
    await removeGoalCheck(centre, goal, check, true);
    toast({
      text: t('meeting:check.removed'),
      undo: () => void removeGoalCheck(centre, goal, check, false),
    });
  };
  return (
    <div class="checks">
      <h4>{t('meeting:check.title')}</h4>
      {plan.checks.length === 0 ? <p>{t('meeting:check.none')}</p> : null}
      {plan.checks.map((check, place) => (
        <CheckFields
          key={check.id}
          centre={centre}
          goal={goal}
          check={check}
          number={place + 1}
          counts={plan.measureBy?.by === 'count'}
          onRemove={() => void remove(check.id)}
        />
      ))}
      <div>
        <Button
          onClick={() => void noteGoalCheck(centre, goal, newCheckId(), 'day', centre.today.value)}
        >
          {t('meeting:check.add')}
        </Button>
      </div>
    </div>
  );
}

interface CheckFieldsProps {
  readonly centre: OpenCentre;
  readonly goal: string;
  readonly check: GoalCheck;
  readonly number: number;
  readonly counts: boolean;
  readonly onRemove: () => void;
}

function CheckFields({ centre, goal, check, number, counts, onRemove }: CheckFieldsProps) {
  const { t } = useText();
  const keeper = (field: 'day' | 'note' | 'count') => goalCheckText(centre, goal, check.id, field);
  return (
    <div class="check" role="group" aria-label={t('meeting:check.number', { number })}>
      <SavedField
        type="date"
        short
        label={t('meeting:check.day')}
        value={check.day}
        keeper={keeper('day')}
      />
      {counts ? (
        <SavedField
          short
          label={t('meeting:check.count')}
          value={check.count}
          check={(text) => (/^\d*$/.test(text.trim()) ? undefined : t('meeting:check.countError'))}
          keeper={keeper('count')}
        />
      ) : null}
      <SavedField label={t('meeting:check.note')} value={check.note} keeper={keeper('note')} />
      <div>
        <Button kind="quiet" label={t('meeting:check.removeNumber', { number })} onClick={onRemove}>
          {t('results:goal.remove')}
        </Button>
      </div>
    </div>
  );
}
