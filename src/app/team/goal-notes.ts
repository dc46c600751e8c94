import type { EditIds } from '#commands/set-field.ts';
import type { KeyFigure } from '#projections/key-figures.ts';
import { bookPaths, type GoalCheckField, type GoalField } from '#records/book-paths.ts';
import { bookText, numberOrNull, trimmed, type BookText } from './book-text.ts';
import type { OpenCentre } from './team-app.ts';

type Book = Pick<OpenCentre, 'setField' | 'shownEdits'>;

/** One text of a goal. */
export function goalText(centre: Book, goal: string, field: GoalField): BookText {
  return bookText(centre, bookPaths.goal(goal, field));
}

/** One part of a check of a goal. */
export function goalCheckText(
  centre: Book,
  goal: string,
  check: string,
  field: Exclude<GoalCheckField, 'removed'>,
): BookText {
  return bookText(centre, bookPaths.goalCheck(goal, check, field), trimmed);
}

/** Notes one part of a check of a goal; a new `check` id begins a new one. */
export function noteGoalCheck(
  centre: Book,
  goal: string,
  check: string,
  field: Exclude<GoalCheckField, 'removed'>,
  text: string,
): Promise<EditIds> {
  return centre.setField(bookPaths.goalCheck(goal, check, field), text);
}

/** Takes a check away, or brings it back. */
export function removeGoalCheck(
  centre: Book,
  goal: string,
  check: string,
  removed: boolean,
): Promise<EditIds> {
  return centre.setField(bookPaths.goalCheck(goal, check, 'removed'), removed);
}

/** An id for a new check. */
export function newCheckId(): string {
  return crypto.randomUUID();
}

/** A key figure of a verksamhetsår; empty where it is taken away. */
export function keyFigureText(centre: Book, year: number, figure: KeyFigure): BookText {
  return bookText(centre, bookPaths.keyFigure(year, figure), numberOrNull);
}
