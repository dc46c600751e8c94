import type { OpenCentre } from '#app/team/team-app.ts';
import type { PriorityGoal, ResultsView } from '#projections/views.ts';
import { Button } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { SavedField } from '#ui/parts/saved-field/saved-field.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { Evidence } from '#ui/team/goals/evidence/evidence.tsx';
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

/** One priority goal being written: what, why, how it is measured, how far, who, by when. Saves itself. */
export function GoalEditor({ centre, goal, number, results, onRemove }: GoalEditorProps) {
  const { t } = useText();
  const field = (name: TextFieldName, lines?: number) => (
    <SavedField
      label={t(`results:goal.field.${name}`)}
      help={t(`results:goal.help.${name}`)}
      value={goal[name]}
      save={(text) => centre.setGoalField(goal.id, name, text)}
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
      {field('measure', 2)}
      {needsOtherMeasure(goal) ? (
        <Notice kind="warning" title={t('results:goal.ownMarkTitle')}>
          {t('results:goal.ownMark')}
        </Notice>
      ) : null}
      {restsOnChildrenOnly(goal) ? (
        <Notice kind="warning" title={t('results:goal.childrenOnlyTitle')}>
          {t('results:goal.childrenOnly')}
        </Notice>
      ) : null}
      {field('target')}
      <div class="goal-pair">
        {field('responsible')}
        <DueField centre={centre} goal={goal} />
      </div>
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
      save={(day) => centre.setGoalField(goal.id, 'due', day)}
    />
  );
}
