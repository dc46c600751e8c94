import { setFields } from '#commands/set-field.ts';
import { derivedToken, purposes } from '#crypto/purposes.ts';
import { formerDevices } from '#projections/device-names.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { Book } from '#records/merge.ts';
import type { MailboxClient } from '#sync/mailbox-client.ts';
import { pushPurges } from '#sync/push-purges.ts';
import type { CentreSession } from './centre-session.ts';
import type { Fields } from './epochs.ts';
import { isKitOf } from './kit-words.ts';

/** Which notes of refusals this device had met, and which of them speak of an earlier life of the mailbox. */
interface Met {
  readonly place: string;
  readonly stale: readonly string[];
  readonly known: readonly string[];
}

export type SendResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'wrongKit' | 'unreachable' | 'refused' };

interface Telling {
  readonly told: readonly string[];
  /** Why not all; null where all were told. */
  readonly why: 'unreachable' | 'refused' | null;
}

/** Tells the mailbox to refuse devices, one after the other, until it does not take it. */
export async function tellMailbox(
  session: CentreSession,
  client: MailboxClient,
  admin: string,
  devices: readonly string[],
): Promise<Telling> {
  const told: string[] = [];
  for (const device of devices) {
    const reply = await client.revokeDevice(admin, session.keys.space, device);
    if (!reply.ok && reply.code !== 'notFound') {
      const isRefused = reply.code === 'unauthorized' || reply.code === 'forbidden';
      return { told, why: isRefused ? 'refused' : 'unreachable' };
    }
    told.push(device);
  }
  return { told, why: null };
}

/** The book's notes that the mailbox refuses devices: so that no other device waits for it, or tells it again. */
export function refusalNotes({ commandDeps }: CentreSession, devices: readonly string[]): Fields {
  return Object.fromEntries(
    devices.map((device) => [bookPaths.deviceRefused(device, commandDeps.newId()), true]),
  );
}

/** Tells the mailbox of every revoked device that it does not refuse yet, and notes it; null where all were told. */
export async function carryRevocations(
  session: CentreSession,
  client: MailboxClient,
  admin: string,
): Promise<Telling['why']> {
  const untold = await untoldDevices(session, client.origin);
  const { told, why } = await tellMailbox(session, client, admin, untold);
  const notes = refusalNotes(session, told);
  await session.act(({ book }) => setFields(book, notes, session.commandDeps));
  return why;
}

/** With a kit that was typed for this once: what a device without one cannot tell the mailbox. */
export async function sendWaiting(
  session: CentreSession,
  client: MailboxClient,
  kit: string,
): Promise<SendResult> {
  if (!(await isKitOf(session.ledger.value, kit))) return { ok: false, why: 'wrongKit' };
  const admin = await derivedToken(kit, purposes.kitAdmin);
  const why = await carryRevocations(session, client, admin);
  if (why !== null) return { ok: false, why };
  const end = await pushPurges(session.store, client, session.keys.space, admin);
  if (end === 'drained') return { ok: true };
  return { ok: false, why: end === 'unauthorized' ? 'refused' : 'unreachable' };
}

/**
 * The revoked devices that nobody has told this mailbox, in its present life, to refuse. A mailbox that was restored from
 * a backup or made anew may let them in again, so what had been noted before this device met it counts no more.
 */
export async function untoldDevices(
  session: CentreSession,
  origin: string,
): Promise<readonly string[]> {
  const { store, ledger } = session;
  const notes = notesOf(ledger.value.book);
  const place = `${origin} ${await store.mailboxLife()}`;
  let met = metOf(await store.meta('refusals'));
  if (met.place !== place || notes.some((note) => !met.known.includes(note))) {
    await store.updateMeta('refusals', (value) => {
      const { known, ...before } = metOf(value);
      const stale = before.place === place ? before.stale : known;
      met = { place, stale, known: [...new Set([...known, ...notes])] };
      return met;
    });
  }
  const fresh = notes.filter((note) => !met.stale.includes(note));
  return formerDevices(ledger.value)
    .map(({ device }) => device)
    .filter(
      (device) => !fresh.some((note) => note.startsWith(bookPaths.deviceRefused(device, ''))),
    );
}

function notesOf(book: Book): readonly string[] {
  return book.paths('devices/').filter((path) => path.split('/')[2] === 'refused');
}

function metOf(value: unknown): Met {
  const isMet = typeof value === 'object' && value !== null;
  return isMet ? (value as Met) : { place: '', stale: [], known: [] };
}
