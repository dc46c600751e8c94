import type { EditIds } from '#commands/set-field.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { OpenCentre } from './team-app.ts';

/** Notes about how many families came while a round was open; null where nobody knows. */
export function setFamilies(
  centre: Pick<OpenCentre, 'setField'>,
  round: string,
  families: number | null,
): Promise<EditIds> {
  return centre.setField(bookPaths.roundFamilies(round), families);
}
