import type { RefObject } from 'preact';
import type { OpenCentre } from '#app/team/team-app.ts';
import { goalPlan } from '#projections/goal-plan.ts';
import { useText } from '#ui/parts/text/text.tsx';
import { measureReading } from '#ui/team/goals/measure/measure-reading.ts';

interface WallGoalsProps {
  readonly centre: OpenCentre;
  readonly year: number;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** The goals of the year that ends: what they were, their numbers, and the example that someone wrote. */
export function WallGoals({ centre, year, heading }: WallGoalsProps) {
  const text = useText();
  const { t } = text;
  const results = centre.results(year);
  const ledger = centre.ledger.value;
  return (
    <section class="wall-list">
      <h1 ref={heading} tabIndex={-1}>
        {t('meeting:wall.goals', { year })}
      </h1>
      {centre.goals(year).map((goal) => {
        const plan = goalPlan(ledger, goal.id);
        const reading = measureReading(text, ledger, results, plan);
        return (
          <article key={goal.id} class="wall-goal">
            <h2>{goal.title || t('results:goal.untitled')}</h2>
            {goal.target === '' ? null : <p>{goal.target}</p>}
            {reading === '' ? null : <p>{reading}</p>}
            {plan.outcome === null ? null : (
              <p>
                <strong>{t(`meeting:outcome.${plan.outcome}`)}</strong>
              </p>
            )}
            {plan.difference === '' ? null : <blockquote>{plan.difference}</blockquote>}
          </article>
        );
      })}
    </section>
  );
}
