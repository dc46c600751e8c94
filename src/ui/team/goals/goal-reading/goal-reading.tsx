import type { OpenCentre } from '#app/team/team-app.ts';
import { goalPlan } from '#projections/goal-plan.ts';
import type { PriorityGoal, ResultsView } from '#projections/views.ts';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { EvidenceList } from '#ui/team/goals/evidence/evidence.tsx';
import { FollowUp } from '#ui/team/goals/follow-up/follow-up.tsx';
import { measureName, measureReading } from '#ui/team/goals/measure/measure-reading.ts';
import '#ui/team/goals/plan/plan.css';
import '#ui/team/goals/goals.css';

interface GoalReadingProps {
  readonly centre: OpenCentre;
  readonly goal: PriorityGoal;
  /** The results to follow the goal up with. */
  readonly results: ResultsView;
}

/**
 * An earlier goal to read and follow up: what it promised, its number as it fills itself in, how it went and the example
 * that someone wrote, and what its evidence says now.
 */
export function GoalReading({ centre, goal, results }: GoalReadingProps) {
  const text = useText();
  const { t, formats } = text;
  const ledger = centre.ledger.value;
  const plan = goalPlan(ledger, goal.id);
  const reading = measureReading(text, ledger, results, plan);
  const measured = [measureName(text, plan.measureBy), goal.measure].filter((one) => one !== '');
  const facts = [
    { id: 'because', value: goal.because },
    { id: 'measure', value: measured.join('\n') },
    { id: 'target', value: goal.target },
    { id: 'responsible', value: goal.responsible },
    { id: 'due', value: goal.due === '' ? '' : formats.day(goal.due) },
  ] as const;
  return (
    <Panel kind="sunk">
      <div class="goal-head">
        <h3>{goal.title || t('results:goal.untitled')}</h3>
      </div>
      <dl class="goal-facts">
        {facts
          .filter(({ value }) => value !== '')
          .map(({ id, value }) => [
            <dt key={`${id}-name`}>{t(`results:goal.short.${id}`)}</dt>,
            <dd key={id}>{value}</dd>,
          ])}
      </dl>
      {reading === '' ? null : (
        <p class="plan-reading">
          <strong>{t('meeting:followUp.number')}</strong> {reading}
        </p>
      )}
      {plan.outcome === null && plan.difference === '' ? null : (
        <div class="goal-outcome">
          {plan.outcome === null ? null : (
            <p>
              <strong>{t(`meeting:outcome.${plan.outcome}`)}</strong>
            </p>
          )}
          {plan.difference === '' ? null : <blockquote>{plan.difference}</blockquote>}
        </div>
      )}
      <details class="goal-now">
        <summary>{t('meeting:followUp.open')}</summary>
        <FollowUp centre={centre} goal={goal.id} results={results} />
      </details>
      {goal.evidence.length === 0 ? null : (
        <details class="goal-now">
          <summary>{t('results:goal.nowSays', { year: results.year })}</summary>
          <EvidenceList goal={goal} results={results} />
        </details>
      )}
    </Panel>
  );
}
