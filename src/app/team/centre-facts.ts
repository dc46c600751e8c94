import type { ServiceId } from '#instruments/form.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { OpenCentre } from './team-app.ts';

type Book = Pick<OpenCentre, 'setField'>;

/** Names the centre anew. Rounds that are open keep the name on their card. */
export function renameCentre(centre: Book, name: string): Promise<void> {
  return centre.setField(bookPaths.centreName, name);
}

/** Says who is responsible for the data. */
export function setResponsible(
  centre: Book,
  responsible: { readonly name: string; readonly contact: string },
): Promise<void> {
  return centre.setField(bookPaths.centreResponsible, { ...responsible });
}

/** Says from how many answers families' results are shown; below six it changes nothing (projections/suppression.ts). */
export function setLeastShown(centre: Book, least: number): Promise<void> {
  return centre.setField(bookPaths.leastShown, least);
}

/** Says which services the centre has. */
export function setServices(centre: Book, services: readonly ServiceId[]): Promise<void> {
  return centre.setField(bookPaths.centreServices, services);
}
