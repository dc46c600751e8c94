import { useMemo } from 'preact/hooks';
import { goalText } from '#app/team/goal-notes.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { goalPlan } from '#projections/goal-plan.ts';
import type { PriorityGoal, ResultsView } from '#projections/views.ts';
import { SavedField } from '#ui/parts/saved-field/saved-field.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { MeasureChoice } from '#ui/team/goals/measure/measure-choice.tsx';
import { measureReading } from '#ui/team/goals/measure/measure-reading.ts';
import './plan.css';

interface GoalPlanProps {
  readonly centre: OpenCentre;
  readonly goal: PriorityGoal;
  /** The results that the goal is chosen from: they say where it stands now. */
  readonly results: ResultsView;
}

type PlanText = 'actions' | 'baseline' | 'followHow' | 'followWho' | 'beyondTwo';

/** One text of a goal's plan, saved as it is written. */
export function PlanField(props: {
  readonly centre: OpenCentre;
  readonly goal: string;
  readonly name: PlanText;
  readonly rows?: number;
}) {
  const { centre, goal, name, rows } = props;
  const { t } = useText();
  const ledger = centre.ledger.value;
  const value = useMemo(() => goalPlan(ledger, goal)[name], [ledger, goal, name]);
  return (
    <SavedField
      label={t(`meeting:plan.${name}`)}
      help={t(`meeting:plan.${name}Help`)}
      value={value}
      keeper={goalText(centre, goal, name)}
      {...(rows === undefined ? {} : { multiline: true, rows })}
    />
  );
}

/** What a goal is measured by, so that next year's follow-up fills itself in, and where it stands now. */
export function GoalMeasureFields({ centre, goal, results }: GoalPlanProps) {
  const text = useText();
  const { t } = text;
  const ledger = centre.ledger.value;
  const plan = useMemo(() => goalPlan(ledger, goal.id), [ledger, goal.id]);
  const reading = plan.measureBy?.by === 'count' ? '' : measureReading(text, ledger, results, plan);
  return (
    <>
      <MeasureChoice
        value={plan.measureBy}
        onChange={(measure) => void centre.setGoalField(goal.id, 'measureBy', measure)}
      />
      {reading === '' ? null : (
        <p class="plan-reading">
          <strong>{t('meeting:plan.now')}</strong> {reading}
        </p>
      )}
    </>
  );
}
