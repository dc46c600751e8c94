import type { PriorityGoal } from '#projections/views.ts';
import { isOwnMark, subjectOf } from '#ui/team/results/subjects.ts';

/**
 * Whether a goal rests on nothing but statements that the team marks itself. Last year's lowest mark rises by
 * itself the year after (regression to the mean), so such a goal would look reached without being so.
 */
export function needsOtherMeasure({ evidence }: Pick<PriorityGoal, 'evidence'>): boolean {
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
