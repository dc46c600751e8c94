import { bookPaths } from '#records/book-paths.ts';
import type { Book } from '#records/merge.ts';
import { countOf } from './book-values.ts';

/** From how many answers parents' and children's distributions are shown: groups of five or fewer are hidden. */
export const minShownRespondents = 6;
/** From how many answers the team's own spread may be revealed. */
export const minRevealRespondents = 3;
/** Below this a team is told that everyone can guess who marked what. */
export const smallTeamBelow = 6;
/** How many priority goals a centre chooses for a year. */
export const priorityGoalsPerYear = 2;

/**
 * From how many answers this centre shows parents' and children's distributions: its own number where that is higher,
 * and never fewer than six, whatever the book says. Where two were written at once, the higher one holds until somebody
 * settles it.
 */
export function leastShown(book: Book): number {
  const heads = book.field(bookPaths.leastShown)?.heads ?? [];
  return Math.max(minShownRespondents, ...heads.map(({ value }) => countOf(value) ?? 0));
}
