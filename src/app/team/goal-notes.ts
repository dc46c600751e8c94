import type { KeyFigure } from '#projections/key-figures.ts';
import { bookPaths, type GoalCheckField } from '#records/book-paths.ts';
import type { OpenCentre } from './team-app.ts';

type Book = Pick<OpenCentre, 'setField'>;

/** Notes one part of a check of a goal; a new `check` id begins a new one. */
export function noteGoalCheck(
  centre: Book,
  goal: string,
  check: string,
  field: Exclude<GoalCheckField, 'removed'>,
  text: string,
): Promise<void> {
  return centre.setField(bookPaths.goalCheck(goal, check, field), text);
}

/** Takes a check away, or brings it back. */
export function removeGoalCheck(
  centre: Book,
  goal: string,
  check: string,
  removed: boolean,
): Promise<void> {
  return centre.setField(bookPaths.goalCheck(goal, check, 'removed'), removed);
}

/** An id for a new check. */
export function newCheckId(): string {
  return crypto.randomUUID();
}

/** Notes a key figure of a verksamhetsår; null takes it away. */
export function noteKeyFigure(
  centre: Book,
  year: number,
  figure: KeyFigure,
  value: number | null,
): Promise<void> {
  return centre.setField(bookPaths.keyFigure(year, figure), value);
}
