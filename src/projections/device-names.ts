import { bookPaths } from '#records/book-paths.ts';
import type { Book } from '#records/merge.ts';
import { textOf } from './book-values.ts';
import type { Ledger } from './ledger.ts';

/** A device that was taken from the team. */
export interface FormerDevice {
  readonly device: string;
  readonly name: string;
  /** When, ISO 8601 as its device's clock had it, and the name of the device where it was done. */
  readonly at: string;
  readonly by: string;
}

/** Someone who may hold the team key: a device of the team or a kit, by the key that grants are sealed to. */
export interface KeyRecipient {
  readonly id: string;
  readonly publicKey: string;
}

/** A device of the team. */
export interface DeviceView {
  readonly device: string;
  readonly name: string;
  readonly isThisOne: boolean;
  /** Whether the kit lies on it: then revoking it does not keep its holder out. */
  readonly holdsKit: boolean;
}

/** The team's devices by name, this one first. Those that were revoked are not among them. */
export function deviceNames(ledger: Ledger, thisDevice: string): readonly DeviceView[] {
  const { book } = ledger;
  return idsUnder(book, 'devices', 'name')
    .filter((device) => !isRevoked(book, device))
    .map((device) => ({
      device,
      name: textOf(book.value(bookPaths.deviceName(device))),
      isThisOne: device === thisDevice,
      holdsKit: mayHoldKit(book, device),
    }))
    .toSorted((a, b) => Number(b.isThisOne) - Number(a.isThisOne));
}

/** The devices that were revoked, the latest first. */
export function formerDevices({ book }: Ledger): readonly FormerDevice[] {
  return idsUnder(book, 'devices', 'revoked')
    .map((device) => {
      const [head] = book.field(bookPaths.deviceRevoked(device))?.heads ?? [];
      return {
        device,
        name: textOf(book.value(bookPaths.deviceName(device))),
        at: head?.at ?? '',
        by: textOf(book.value(bookPaths.deviceName(head?.by ?? ''))),
      };
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

/** Everyone to whom a new epoch of the team key is granted: the devices that were not revoked, and the kits. */
export function keyRecipients({ book }: Ledger): readonly KeyRecipient[] {
  const devices = idsUnder(book, 'devices', 'publicKey')
    .filter((id) => !isRevoked(book, id))
    .map((id) => ({ id, publicKey: textOf(book.value(bookPaths.devicePublicKey(id))) }));
  const kits = idsUnder(book, 'kits', 'publicKey').map((id) => ({
    id,
    publicKey: textOf(book.value(bookPaths.kitPublicKey(id))),
  }));
  return [...devices, ...kits];
}

/** Of two values at once the careful one counts. */
function mayHoldKit(book: Book, device: string): boolean {
  const heads = book.field(bookPaths.deviceHoldsKit(device))?.heads ?? [];
  return heads.some(({ value }) => value === true);
}

/** The epochs that a device made which was revoked since: it holds them, so nothing new belongs under them. */
export function epochsOfRevoked({ book }: Ledger): ReadonlySet<string> {
  const made = idsUnder(book, 'epochs', 'madeBy').filter((epoch) =>
    isRevoked(book, textOf(book.value(bookPaths.epochMaker(epoch)))),
  );
  return new Set(made);
}

/** That the field was ever set counts, whatever it says: nothing takes a revocation back. */
export function isRevoked(book: Book, device: string): boolean {
  return book.field(bookPaths.deviceRevoked(device)) !== undefined;
}

function idsUnder(book: Book, collection: string, field: string): readonly string[] {
  return book
    .paths(`${collection}/`)
    .filter((path) => path.endsWith(`/${field}`))
    .map((path) => path.split('/')[1] ?? '');
}
