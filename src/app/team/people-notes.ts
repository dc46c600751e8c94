import { bookPaths } from '#records/book-paths.ts';
import { bookText, trimmed, type BookText } from './book-text.ts';
import type { OpenCentre } from './team-app.ts';

type Book = Pick<OpenCentre, 'setField' | 'shownEdits'>;

/** Where the kit's papers lie; empty where nobody has said. */
export function kitCopies(centre: Pick<OpenCentre, 'fieldValue'>): string {
  return asText(centre.fieldValue(bookPaths.kitCopies));
}

/** Where the kit's papers lie, as it is written. */
export function kitCopiesText(centre: Book): BookText {
  return bookText(centre, bookPaths.kitCopies, trimmed);
}

/** Who keeps a device; empty where nobody has said. */
export function deviceKeeper(centre: Pick<OpenCentre, 'fieldValue'>, device: string): string {
  return asText(centre.fieldValue(bookPaths.deviceKeeper(device)));
}

/** Who keeps a device, as it is written. */
export function deviceKeeperText(centre: Book, device: string): BookText {
  return bookText(centre, bookPaths.deviceKeeper(device), trimmed);
}

/** The name of any of the team's devices. */
export function deviceNameText(centre: Book, device: string): BookText {
  return bookText(centre, bookPaths.deviceName(device), trimmed);
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
