import { bookPaths } from '#records/book-paths.ts';
import type { OpenCentre } from './team-app.ts';

type Book = Pick<OpenCentre, 'setField'>;

/** Notes how many colleagues were asked. Rounds of a year meet the same team, so all of them say the same number. */
export async function noteInvited(
  centre: Book,
  rounds: readonly string[],
  invited: number | null,
): Promise<void> {
  for (const round of rounds) await centre.setField(bookPaths.roundInvited(round), invited);
}

/** The team talks openly, without its spread, on every device; or not after all. */
export function talkOpenly(centre: Book, year: number, openly: boolean): Promise<void> {
  return centre.setField(bookPaths.meetingOpenTalk(year), openly);
}

/** Says whether the team can affect what a statement is about this year; null takes the answer away. */
export function shortlistStatement(
  centre: Book,
  year: number,
  item: string,
  answer: 'yes' | 'later' | 'no' | null,
): Promise<void> {
  return centre.setField(bookPaths.shortlist(year, item), answer);
}
