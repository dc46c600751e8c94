import type { PriorityGoal, ResultsView } from '#projections/views.ts';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { EvidenceList } from '#ui/team/goals/evidence/evidence.tsx';
import '#ui/team/goals/goals.css';

interface GoalReadingProps {
  readonly goal: PriorityGoal;
  /** The results to follow the goal up with. */
  readonly results: ResultsView;
}

/** An earlier goal to read and follow up: what it promised, and what its evidence says now. */
export function GoalReading({ goal, results }: GoalReadingProps) {
  const { t, formats } = useText();
  const facts = [
    { id: 'because', value: goal.because },
    { id: 'measure', value: goal.measure },
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
      {goal.evidence.length === 0 ? null : (
        <details class="goal-now">
          <summary>{t('results:goal.nowSays', { year: results.year })}</summary>
          <EvidenceList goal={goal} results={results} />
        </details>
      )}
    </Panel>
  );
}
