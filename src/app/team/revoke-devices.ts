import { derivedToken, purposes } from '#crypto/purposes.ts';
import { formerDevices } from '#projections/device-names.ts';
import type { MailboxClient } from '#sync/mailbox-client.ts';
import type { CentreSession } from './centre-session.ts';
import { newEpoch } from './epochs.ts';
import { isKitOf } from './kit-words.ts';

/** By mailbox and its life: the devices that it has been told to refuse. */
interface Told {
  readonly place: string;
  readonly devices: readonly string[];
}

export type RevokeResult =
  | { readonly ok: true }
  /**
   * `needsKit`: the kit is not on this device. `wrongKit`: another centre's. `unreachable`: with a kit that is typed for
   * this once, the mailbox must be told at once. `refused`: the mailbox does not know this kit.
   */
  | { readonly ok: false; readonly why: 'needsKit' | 'wrongKit' | 'unreachable' | 'refused' };

/**
 * Takes devices from the team: the mailbox refuses them, and everything that is written from now on is sealed under a
 * new epoch of the team key, which they are not granted. With the kit on this device the mailbox may hear of it later;
 * with a typed kit, which is not kept, it must hear of it now.
 */
export async function revokeDevices(
  session: CentreSession,
  devices: readonly string[],
  kits: { readonly here: string | null; readonly typed: string | undefined },
  client: MailboxClient | null,
): Promise<RevokeResult> {
  const kit = kits.typed ?? kits.here;
  if (kit === null) return { ok: false, why: 'needsKit' };
  const former = new Set(formerDevices(session.ledger.value).map(({ device }) => device));
  const leaving = devices.filter((id) => id !== session.keys.device && !former.has(id));
  if (leaving.length === 0) return { ok: true };
  if (!(await isKitOf(session.ledger.value, kit))) return { ok: false, why: 'wrongKit' };
  if (client !== null && kits.here === null) {
    const admin = await derivedToken(kit, purposes.kitAdmin);
    for (const device of leaving) {
      const told = await tellMailbox(session, client, admin, device);
      if (told !== 'told') return { ok: false, why: told };
    }
  }
  await session.actSealed((ledger) => newEpoch(session, ledger, leaving));
  return { ok: true };
}

/** Tells the mailbox of every revoked device that it does not refuse yet; false where it could not be reached. */
export async function carryRevocations(
  session: CentreSession,
  client: MailboxClient,
  admin: string,
): Promise<boolean> {
  for (const device of await untoldDevices(session, client.origin)) {
    if ((await tellMailbox(session, client, admin, device)) === 'unreachable') return false;
  }
  return true;
}

/** The revoked devices of which this mailbox, in its present life, has not been told by this device. */
export async function untoldDevices(
  session: CentreSession,
  origin: string,
): Promise<readonly string[]> {
  const { place, devices } = toldOf(await session.store.meta('revokedAt'));
  const known = place === (await placeOf(session, origin)) ? devices : [];
  return formerDevices(session.ledger.value)
    .map(({ device }) => device)
    .filter((device) => !known.includes(device));
}

async function tellMailbox(
  session: CentreSession,
  client: MailboxClient,
  admin: string,
  device: string,
): Promise<'told' | 'unreachable' | 'refused'> {
  const reply = await client.revokeDevice(admin, session.keys.space, device);
  if (!reply.ok && reply.code !== 'notFound') {
    return reply.code === 'unauthorized' || reply.code === 'forbidden' ? 'refused' : 'unreachable';
  }
  const place = await placeOf(session, client.origin);
  await session.store.updateMeta('revokedAt', (value) => {
    const told = toldOf(value);
    return { place, devices: [...(told.place === place ? told.devices : []), device] };
  });
  return 'told';
}

/** A mailbox that was restored from a backup or made anew may let a device in that it was told to refuse. */
async function placeOf({ store }: CentreSession, origin: string): Promise<string> {
  return `${origin} ${await store.mailboxLife()}`;
}

function toldOf(value: unknown): Told {
  return typeof value === 'object' && value !== null ? (value as Told) : { place: '', devices: [] };
}
