import type { GoalMeasure } from '#projections/goal-plan.ts';
import type { PriorityGoal } from '#projections/views.ts';
import { isOwnMark, subjectOf } from '#ui/team/results/subjects.ts';

/**
 * Whether a goal rests on nothing but statements that the team marks itself. Last year's lowest mark rises by
 * itself the year after (regression to the mean), so such a goal would look reached without being so. A goal that points at
 * a question, a key figure or a count has what it needs, and the statements may stand beside it.
 */
export function needsOtherMeasure(
  { evidence }: Pick<PriorityGoal, 'evidence'>,
  measure: GoalMeasure | null = null,
): boolean {
  if (measure !== null && measure.by !== 'words') return false;
  const subjects = evidence.flatMap((id) => subjectOf(id) ?? []);
  return subjects.length > 0 && subjects.every(isOwnMark);
}

/** Whether a goal rests on the children's voices alone, which may never be a goal's only reason. */
export function restsOnChildrenOnly({ evidence }: Pick<PriorityGoal, 'evidence'>): boolean {
  const subjects = evidence.flatMap((id) => subjectOf(id) ?? []);
  return (
    subjects.length > 0 &&
    subjects.every((subject) => subject.kind === 'item' && subject.form === 'children')
  );
}
