import type { EditIds } from '#commands/set-field.ts';
import { bookPaths } from '#records/book-paths.ts';
import { bookTexts, numberOrNull, type BookText } from './book-text.ts';
import type { OpenCentre } from './team-app.ts';

type Book = Pick<OpenCentre, 'setField'>;

/** How many colleagues were asked. Rounds of a year meet the same team, so all of them say the same number. */
export function invitedText(
  centre: Pick<OpenCentre, 'setFields' | 'shownEdits'>,
  rounds: readonly string[],
): BookText {
  return bookTexts(centre, rounds.map(bookPaths.roundInvited), numberOrNull);
}

/** The team talks openly, without its spread, on every device; or not after all. */
export function talkOpenly(centre: Book, year: number, openly: boolean): Promise<EditIds> {
  return centre.setField(bookPaths.meetingOpenTalk(year), openly);
}

/** Says whether the team can affect what a statement is about this year; null takes the answer away. */
export function shortlistStatement(
  centre: Book,
  year: number,
  item: string,
  answer: 'yes' | 'later' | 'no' | null,
): Promise<EditIds> {
  return centre.setField(bookPaths.shortlist(year, item), answer);
}
