import type { EditIds } from '#commands/set-field.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { OpenCentre } from './team-app.ts';

/** Until a centre has chosen: the country's language, and what most others there read. */
const firstChoice: readonly string[] = ['sv', 'en', 'ar', 'so'];

/** The languages (codes) that the centre's posters speak; what this app does not know is left to the caller. */
export function posterLanguages(centre: Pick<OpenCentre, 'fieldValue'>): readonly string[] {
  const value = centre.fieldValue(bookPaths.posterLanguages);
  if (!Array.isArray(value)) return firstChoice;
  const codes = value.filter((code) => typeof code === 'string');
  return codes.length === 0 ? firstChoice : codes;
}

/** Remembers the choice for the whole team. */
export function setPosterLanguages(
  centre: Pick<OpenCentre, 'setField'>,
  codes: readonly string[],
): Promise<EditIds> {
  return centre.setField(bookPaths.posterLanguages, codes);
}
