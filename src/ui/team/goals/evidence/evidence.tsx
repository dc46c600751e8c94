import { useId, useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { PriorityGoal, ResultsView } from '#projections/views.ts';
import { Button } from '#ui/parts/button/button.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { trendText } from '#ui/team/results/sentence-text.ts';
import { subjectName, subjectOf, trendOf } from '#ui/team/results/subjects.ts';
import { evidenceGroups } from './evidence-groups.ts';
import './evidence.css';

interface EvidenceProps {
  readonly goal: PriorityGoal;
  readonly results: ResultsView;
}

/** The results that a goal rests on, each with its sentence; more can be picked and any put back. */
export function Evidence({ centre, goal, results }: EvidenceProps & { centre: OpenCentre }) {
  const text = useText();
  const { t } = text;
  const toast = useToast();
  const save = (evidence: readonly string[]): void =>
    void centre.setGoalField(goal.id, 'evidence', evidence);
  const remove = (id: string, name: string): void => {
    const before = goal.evidence;
    save(before.filter((one) => one !== id));
    toast({ text: t('results:goal.evidenceRemoved', { name }), undo: () => save(before) });
  };
  return (
    <div class="evidence">
      <h3>{t('results:goal.evidence')}</h3>
      {goal.evidence.length === 0 ? (
        <p class="evidence-none">{t('results:goal.noEvidence')}</p>
      ) : (
        <EvidenceList goal={goal} results={results} onRemove={remove} />
      )}
      <EvidencePicker goal={goal} results={results} onPick={(id) => save([...goal.evidence, id])} />
    </div>
  );
}

/** The results that a goal rests on, each with what it says. */
export function EvidenceList({
  goal,
  results,
  onRemove,
}: EvidenceProps & { readonly onRemove?: (id: string, name: string) => void }) {
  const text = useText();
  return (
    <ul class="evidence-list">
      {goal.evidence.map((id) => {
        const subject = subjectOf(id);
        const name = subject === undefined ? id : subjectName(text, subject);
        const trend = subject === undefined ? undefined : trendOf(results, subject);
        return (
          <li key={id}>
            <div>
              <strong>{name}</strong>
              {trend === undefined ? null : (
                <p>{trendText(text, trend, results.year, results.least)}</p>
              )}
            </div>
            {onRemove === undefined ? null : (
              <Button
                kind="quiet"
                label={text.t('results:goal.removeEvidenceName', { name })}
                onClick={() => onRemove(id, name)}
              >
                {text.t('results:goal.removeEvidence')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function EvidencePicker({
  goal,
  results,
  onPick,
}: EvidenceProps & { readonly onPick: (id: string) => void }) {
  const text = useText();
  const id = useId();
  const [picked, setPicked] = useState('');
  const groups = evidenceGroups(text, results, goal.evidence);
  return (
    <div class="evidence-picker">
      <label for={id}>{text.t('results:goal.pickEvidence')}</label>
      <div class="evidence-row">
        <select
          id={id}
          class="input"
          value={picked}
          onChange={(event) => setPicked(event.currentTarget.value)}
        >
          <option value="">{text.t('results:goal.pickOne')}</option>
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              {group.options.map((option) => (
                <option key={option.id} value={option.id}>
                  {option.name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <Button
          disabled={picked === ''}
          onClick={() => {
            onPick(picked);
            setPicked('');
          }}
        >
          {text.t('results:goal.addEvidence')}
        </Button>
      </div>
    </div>
  );
}
