import { useMemo } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import { goalPlan, type GoalPlan } from '#projections/goal-plan.ts';
import type { PriorityGoal } from '#projections/views.ts';
import { Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { measureName, measureReading, ownReading } from '#ui/team/goals/measure/measure-reading.ts';
import { pathTo } from '#ui/team/session/paths.ts';
import './goals-of-year.css';

interface GoalsOfYearProps {
  readonly centre: OpenCentre;
  readonly year: number;
}

/** The year's goals in sight all year: what shall be different, how far, who, and where the number stands. */
export function GoalsOfYear({ centre, year }: GoalsOfYearProps) {
  const { t } = useText();
  const ledger = centre.ledger.value;
  const goals = useMemo(
    () => centre.goals(year).map((goal) => ({ goal, plan: goalPlan(ledger, goal.id) })),
    [centre, ledger, year],
  );
  if (goals.length === 0) return null;
  return (
    <Section
      title={t('results:goal.ofYear', { year })}
      actions={<a href={pathTo.goals(year)}>{t('results:goal.toFollowUp')}</a>}
    >
      <ul class="year-goals">
        {goals.map(({ goal, plan }) => (
          <YearGoal key={goal.id} centre={centre} year={year} goal={goal} plan={plan} />
        ))}
      </ul>
    </Section>
  );
}

interface YearGoalProps extends GoalsOfYearProps {
  readonly goal: PriorityGoal;
  readonly plan: GoalPlan;
}

function YearGoal({ centre, year, goal, plan }: YearGoalProps) {
  const text = useText();
  const { t, formats } = text;
  const ledger = centre.ledger.value;
  // All results are folded only where the goal's number is among them.
  const isAsked = plan.measureBy?.by === 'parents' || plan.measureBy?.by === 'children';
  const reading = useMemo(
    () =>
      isAsked
        ? measureReading(text, ledger, centre.results(year), plan)
        : ownReading(text, ledger, year, plan),
    [text, ledger, centre, year, plan, isAsked],
  );
  const due = goal.due === '' ? '' : formats.day(goal.due);
  const who = [goal.responsible, due].filter((one) => one !== '').join(', ');
  return (
    <li>
      <h3>{goal.title || t('results:goal.untitled')}</h3>
      {goal.target === '' ? null : (
        <p>
          <span class="year-goal-name">{t('results:goal.short.target')}</span> {goal.target}
        </p>
      )}
      {reading === '' ? null : (
        <p>
          <span class="year-goal-name">{t('results:goal.standsNow')}</span> {reading}
        </p>
      )}
      {reading === '' && measureName(text, plan.measureBy) !== '' ? (
        <p>
          <span class="year-goal-name">{t('results:goal.short.measure')}</span>{' '}
          {measureName(text, plan.measureBy)}
        </p>
      ) : null}
      {who === '' ? null : <p class="year-goal-who">{who}</p>}
      {plan.outcome === null ? null : (
        <p>
          <strong>{t(`meeting:outcome.${plan.outcome}`)}</strong>
        </p>
      )}
    </li>
  );
}
