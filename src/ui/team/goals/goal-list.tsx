import { useMemo } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import { goalsToChoose } from '#projections/goals-to-choose.ts';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { GoalEditor } from './goal-editor/goal-editor.tsx';
import './goals.css';
import { TooMany } from './too-many/too-many.tsx';

interface GoalListProps {
  readonly centre: OpenCentre;
  /** The year that the goals are for; they are chosen from the results of the year before. */
  readonly goalYear: number;
}

/** The goals of a year, each being written; more than two ask which ones to keep. */
export function GoalList({ centre, goalYear }: GoalListProps) {
  const { t } = useText();
  const toast = useToast();
  const ledger = centre.ledger.value;
  const goals = useMemo(() => centre.goals(goalYear), [centre, goalYear, ledger]);
  const results = useMemo(() => centre.results(goalYear - 1), [centre, goalYear, ledger]);
  const toChoose = useMemo(() => goalsToChoose(ledger, goalYear), [goalYear, ledger]);
  const remove = async (id: string): Promise<void> => {
    await centre.removeGoal(id);
    toast({ text: t('results:goal.removed'), undo: () => void centre.restoreGoal(id) });
  };
  return (
    <>
      {toChoose.length > 0 ? <TooMany centre={centre} goals={toChoose} year={goalYear} /> : null}
      {goals.map((goal, index) => (
        <GoalEditor
          key={goal.id}
          centre={centre}
          goal={goal}
          number={index + 1}
          results={results}
          onRemove={() => void remove(goal.id)}
        />
      ))}
    </>
  );
}
