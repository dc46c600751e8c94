import { useState } from 'preact/hooks';
import { priorityGoalsPerYear } from '#projections/suppression.ts';
import type { PriorityGoal } from '#projections/views.ts';
import { Button } from '#ui/parts/button/button.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { OneMoreGoal } from '#ui/team/goals/one-more/one-more-goal.tsx';
import { useResults } from '#ui/team/results/results-context.ts';
import { subjectName, type Subject } from '#ui/team/results/subjects.ts';
import './choose-goal.css';
import { pathTo } from '#ui/team/session/paths.ts';

/** "Choose as a priority goal": puts a result as evidence into a new goal, or into one that is there. */
export function ChooseGoal({
  subject,
  brief = false,
}: {
  readonly subject: Subject;
  /** In a table, whose row says what is chosen. */
  readonly brief?: boolean;
}) {
  const text = useText();
  const { t } = text;
  const { centre, year, goals } = useResults();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const name = subjectName(text, subject);
  const goalYear = year + 1;
  const chosen = goals.filter((goal) => goal.evidence.includes(subject.id));
  const nameOf = (goal: PriorityGoal): string =>
    goal.title || t('results:goal.unnamed', { number: goals.indexOf(goal) + 1 });

  const startGoal = async (): Promise<void> => {
    setOpen(false);
    const empty = { title: '', because: '', measure: '', target: '', responsible: '', due: '' };
    const id = await centre.addGoal({ ...empty, year: goalYear, evidence: [subject.id] });
    toast({ text: t('results:choose.added', { name }), undo: () => void centre.removeGoal(id) });
  };
  const addTo = async (goal: PriorityGoal): Promise<void> => {
    setOpen(false);
    const before = goal.evidence;
    await centre.setGoalField(goal.id, 'evidence', [...before, subject.id]);
    toast({
      text: t('results:choose.added', { name }),
      undo: () => void centre.setGoalField(goal.id, 'evidence', before),
    });
  };

  if (chosen.length > 0) {
    return (
      <p class="choose-chosen">
        {t('results:choose.chosenFor')}{' '}
        <a href={pathTo.goals(year)}>{chosen.map(nameOf).join(', ')}</a>
      </p>
    );
  }
  return (
    <div class="choose">
      <Button
        kind="quiet"
        label={t('results:choose.choose', { name })}
        {...(goals.length === 0 ? {} : { expanded: open })}
        onClick={() => (goals.length === 0 ? void startGoal() : setOpen(!open))}
      >
        {t(brief ? 'results:choose.brief' : 'results:choose.short')}
      </Button>
      {open ? (
        <div class="choose-options" role="group" aria-label={t('results:choose.where')}>
          {goals.map((goal) => (
            <Button key={goal.id} onClick={() => void addTo(goal)}>
              {t('results:choose.addTo', { goal: nameOf(goal) })}
            </Button>
          ))}
          {goals.length < priorityGoalsPerYear ? (
            <Button onClick={() => void startGoal()}>{t('results:choose.new')}</Button>
          ) : (
            <OneMoreGoal
              centre={centre}
              year={goalYear}
              evidence={[subject.id]}
              onDone={() => setOpen(false)}
            />
          )}
        </div>
      ) : null}
    </div>
  );
}
