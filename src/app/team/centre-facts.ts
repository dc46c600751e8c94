import type { EditIds } from '#commands/set-field.ts';
import type { ServiceId } from '#instruments/form.ts';
import { bookPaths } from '#records/book-paths.ts';
import { bookText, trimmed, type BookText } from './book-text.ts';
import type { OpenCentre } from './team-app.ts';

type Book = Pick<OpenCentre, 'setField' | 'shownEdits'>;

/** The centre's name. Rounds that are open keep the one on their card. */
export function centreNameText(centre: Book): BookText {
  return bookText(centre, bookPaths.centreName, trimmed);
}

/** Who is responsible for the data: a name and a contact in one field. The other part stays as it is when this is saved. */
export function responsibleText(
  centre: Book & Pick<OpenCentre, 'centre'>,
  part: 'name' | 'contact',
): BookText {
  return bookText(centre, bookPaths.centreResponsible, (text) => ({
    ...centre.centre.value.responsible,
    [part]: text.trim(),
  }));
}

/** Says from how many answers families' results are shown; below six it changes nothing (projections/suppression.ts). */
export function setLeastShown(centre: Book, least: number): Promise<EditIds> {
  return centre.setField(bookPaths.leastShown, least);
}

/** Says which services the centre has. */
export function setServices(centre: Book, services: readonly ServiceId[]): Promise<EditIds> {
  return centre.setField(bookPaths.centreServices, services);
}
