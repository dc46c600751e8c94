import { useMemo } from 'preact/hooks';
import { goalText } from '#app/team/goal-notes.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { goalPlan } from '#projections/goal-plan.ts';
import type { PriorityGoal, ResultsView } from '#projections/views.ts';
import { Button } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { SavedField } from '#ui/parts/saved-field/saved-field.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { Evidence } from '#ui/team/goals/evidence/evidence.tsx';
import { FollowUpPlan } from '#ui/team/goals/follow-up/follow-up-plan.tsx';
import { GoalMeasureFields, PlanField } from '#ui/team/goals/plan/goal-plan.tsx';
import { MeasurableChecklist } from '#ui/team/goals/plan/measurable-checklist.tsx';
import { needsOtherMeasure, restsOnChildrenOnly } from './needs-other-measure.ts';

interface GoalEditorProps {
  readonly centre: OpenCentre;
  readonly goal: PriorityGoal;
  readonly number: number;
  /** The results that the goal is chosen from. */
  readonly results: ResultsView;
  readonly onRemove: () => void;
}

type TextFieldName = 'title' | 'because' | 'measure' | 'target' | 'responsible';

/**
 * One priority goal being written: what shall be different, why, what is done, how it is measured, how far, who, by when,
 * and how it is followed up. Saves itself.
 */
export function GoalEditor({ centre, goal, number, results, onRemove }: GoalEditorProps) {
  const { t } = useText();
  const ledger = centre.ledger.value;
  const plan = useMemo(() => goalPlan(ledger, goal.id), [ledger, goal.id]);
  const field = (name: TextFieldName, lines?: number) => (
    <SavedField
      label={t(`results:goal.field.${name}`)}
      help={t(`results:goal.help.${name}`)}
      value={goal[name]}
      keeper={goalText(centre, goal.id, name)}
      {...(lines === undefined ? {} : { multiline: true, rows: lines })}
    />
  );
  return (
    <Panel kind="accent">
      <div class="goal-head">
        <h2>{t('results:goal.number', { number })}</h2>
        <Button kind="quiet" label={t('results:goal.removeNumber', { number })} onClick={onRemove}>
          {t('results:goal.remove')}
        </Button>
      </div>
      {field('title')}
      <Evidence centre={centre} goal={goal} results={results} />
      {field('because', 2)}
      {plan.beyondTwo === '' ? null : <PlanField centre={centre} goal={goal.id} name="beyondTwo" />}
      <PlanField centre={centre} goal={goal.id} name="actions" rows={2} />
      <GoalMeasureFields centre={centre} goal={goal} results={results} />
      {field('measure', 2)}
      {needsOtherMeasure(goal, plan.measureBy) ? (
        <Notice kind="warning" title={t('results:goal.ownMarkTitle')}>
          {t('results:goal.ownMark')}
        </Notice>
      ) : null}
      {restsOnChildrenOnly(goal) ? (
        <Notice kind="warning" title={t('results:goal.childrenOnlyTitle')}>
          {t('results:goal.childrenOnly')}
        </Notice>
      ) : null}
      <PlanField centre={centre} goal={goal.id} name="baseline" />
      {field('target')}
      <div class="goal-pair">
        {field('responsible')}
        <DueField centre={centre} goal={goal} />
      </div>
      <MeasurableChecklist goal={goal} plan={plan} />
      <details class="goal-now" open={plan.followWhen !== '' || plan.followHow !== ''}>
        <summary>{t('meeting:plan.followUp')}</summary>
        <FollowUpPlan centre={centre} goal={goal.id} />
      </details>
    </Panel>
  );
}

function DueField({ centre, goal }: Pick<GoalEditorProps, 'centre' | 'goal'>) {
  const { t } = useText();
  return (
    <SavedField
      type="date"
      short
      label={t('results:goal.field.due')}
      help={t('results:goal.help.due')}
      value={goal.due}
      keeper={goalText(centre, goal.id, 'due')}
    />
  );
}
