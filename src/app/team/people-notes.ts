import { bookPaths } from '#records/book-paths.ts';
import type { OpenCentre } from './team-app.ts';

type Book = Pick<OpenCentre, 'setField' | 'fieldValue'>;

/** Where the kit's papers lie; empty where nobody has said. */
export function kitCopies(centre: Pick<OpenCentre, 'fieldValue'>): string {
  return asText(centre.fieldValue(bookPaths.kitCopies));
}

/** Says where the kit's papers lie. */
export function setKitCopies(centre: Book, text: string): Promise<void> {
  return centre.setField(bookPaths.kitCopies, text);
}

/** Who keeps a device; empty where nobody has said. */
export function deviceKeeper(centre: Pick<OpenCentre, 'fieldValue'>, device: string): string {
  return asText(centre.fieldValue(bookPaths.deviceKeeper(device)));
}

/** Says who keeps a device. */
export function setDeviceKeeper(centre: Book, device: string, keeper: string): Promise<void> {
  return centre.setField(bookPaths.deviceKeeper(device), keeper);
}

/** Names any of the team's devices anew. */
export function renameDevice(centre: Book, device: string, name: string): Promise<void> {
  return centre.setField(bookPaths.deviceName(device), name);
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
