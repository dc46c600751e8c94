import { derivedToken, purposes } from '#crypto/purposes.ts';
import { formerDevices } from '#projections/device-names.ts';
import type { MailboxClient } from '#sync/mailbox-client.ts';
import type { CentreSession } from './centre-session.ts';
import { newEpoch } from './epochs.ts';
import { isKitOf } from './kit-words.ts';
import { refusalNotes, sendWaiting, tellMailbox } from './tell-mailbox.ts';

export type RevokeResult =
  | { readonly ok: true }
  /**
   * `needsKit`: the kit is not on this device. `wrongKit`: another centre's. `unreachable`: with a kit that is typed for
   * this once, the mailbox must be told at once. `refused`: the mailbox does not know this kit.
   */
  | { readonly ok: false; readonly why: 'needsKit' | 'wrongKit' | 'unreachable' | 'refused' }
  /** The mailbox was told of some and then not of those that are `left`: they are still in the team. */
  | { readonly ok: false; readonly why: 'partly'; readonly left: readonly string[] };

/**
 * Takes devices from the team: the mailbox refuses them, and everything that is written from now on is sealed under a
 * new epoch of the team key, which they are not granted. With the kit on this device the mailbox may hear of it later;
 * with a typed kit, which is not kept, it must hear of it now, and of all else that waits for the kit.
 */
export async function revokeDevices(
  session: CentreSession,
  devices: readonly string[],
  kits: { readonly here: string | null; readonly typed: string | undefined },
  client: MailboxClient | null,
): Promise<RevokeResult> {
  const kit = kits.typed ?? kits.here;
  if (kit === null) return { ok: false, why: 'needsKit' };
  if (!(await isKitOf(session.ledger.value, kit))) return { ok: false, why: 'wrongKit' };
  const former = new Set(formerDevices(session.ledger.value).map(({ device }) => device));
  const leaving = devices.filter((id) => id !== session.keys.device && !former.has(id));
  if (client === null || kits.here !== null) {
    if (leaving.length > 0) {
      await session.actSealed((ledger) => newEpoch(session, ledger, leaving));
    }
    return { ok: true };
  }

  const admin = await derivedToken(kit, purposes.kitAdmin);
  const { told, why } = await tellMailbox(session, client, admin, leaving);
  if (told.length > 0) {
    // Whom the mailbox refuses must not stand in the team, whatever became of the others.
    const notes = refusalNotes(session, told);
    await session.actSealed((ledger) => newEpoch(session, ledger, told, notes));
  }
  if (why !== null) {
    if (told.length === 0) return { ok: false, why };
    return { ok: false, why: 'partly', left: leaving.filter((id) => !told.includes(id)) };
  }
  const sent = await sendWaiting(session, client, kit);
  // What was asked for is done; the rest is still counted as waiting.
  return leaving.length > 0 ? { ok: true } : sent;
}
