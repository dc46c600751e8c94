import { useMemo } from 'preact/hooks';
import { goalText } from '#app/team/goal-notes.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { goalPlan } from '#projections/goal-plan.ts';
import { SavedField } from '#ui/parts/saved-field/saved-field.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { PlanField } from '#ui/team/goals/plan/goal-plan.tsx';

/** When, how and by whom a goal is looked at during its year: so simple that it gets done. */
export function FollowUpPlan({
  centre,
  goal,
}: {
  readonly centre: OpenCentre;
  readonly goal: string;
}) {
  const { t } = useText();
  const ledger = centre.ledger.value;
  const day = useMemo(() => goalPlan(ledger, goal).followWhen, [ledger, goal]);
  return (
    <div class="goal-pair">
      <SavedField
        type="date"
        short
        label={t('meeting:plan.followWhen')}
        help={t('meeting:plan.followWhenHelp')}
        value={day}
        keeper={goalText(centre, goal, 'followWhen')}
      />
      <PlanField centre={centre} goal={goal} name="followWho" />
      <PlanField centre={centre} goal={goal} name="followHow" />
    </div>
  );
}
