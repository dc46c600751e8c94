import { fromBase64url } from '#crypto/bytes.ts';
import { derive, tokenHash } from '#crypto/derive.ts';
import { openEnvelope, type SealedEnvelope } from '#crypto/envelope-seal.ts';
import { derivedPair } from '#crypto/hpke.ts';
import { derivedToken, purposes } from '#crypto/purposes.ts';
import { centreView } from '#projections/centre-view.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { Epoch } from '#records/keys.ts';
import { parseRecord } from '#records/record.ts';
import type { StoredEnvelope } from '#store/centre-store.ts';
import type { KeyStore } from '#store/key-store.ts';
import { deleteStore } from '#store/store.ts';
import { fromExchangeFile, type ExchangeFile } from '#sync/exchange-file.ts';
import { createMailboxClient, type MailboxClient } from '#sync/mailbox-client.ts';
import { pull } from '#sync/pull.ts';
import { openSession, type CentreSession } from './centre-session.ts';
import { introduceDevice } from './create-centre.ts';
import { deviceToken, kitId, kitSpace, newCentreKeys } from './device-secrets.ts';
import { kitFields } from './kit-note.ts';
import { isShutOut } from './rejoin-centre.ts';
import type { TeamDeps } from './team-deps.ts';

/** What a person has in hand when every device is lost. */
export interface Restoring {
  readonly kit: string;
  /** From the kit's link; with words alone it follows from the kit, or stands in the file. */
  readonly space: string | null;
  /** The mailbox's origin; null where there is only a file. */
  readonly mailbox: string | null;
  readonly file: string | undefined;
  readonly deviceName: string;
}

export type RestoreResult =
  /** `wasHere`: this device holds the centre already and may still read it: nothing was done. */
  | { readonly ok: true; readonly space: string; readonly wasHere: boolean }
  /**
   * `needsPlace`: neither a mailbox nor a file. `wrongKit`: no such centre there, or not with this kit. `wrongFile`: no
   * file of this kit's centre. `notAMailbox`: something else answers at the address.
   */
  | {
      readonly ok: false;
      readonly why: 'needsPlace' | 'wrongKit' | 'wrongFile' | 'unreachable' | 'notAMailbox';
    };
type Refusal = Extract<RestoreResult, { ok: false }>;

/**
 * Brings a centre back with its kit, from its mailbox or from a file: the kit lets this device in, opens the grants that
 * were made to it, and so every epoch of the team key and everything under them.
 */
export async function restoreCentre(
  deps: TeamDeps,
  keyStore: KeyStore,
  { kit, mailbox, deviceName, ...input }: Restoring,
): Promise<RestoreResult> {
  const file = input.file === undefined ? null : fromExchangeFile(input.file);
  if (file === undefined) return { ok: false, why: 'wrongFile' };
  const space = input.space ?? file?.space ?? (await kitSpace(kit));
  if (file !== null && file.space !== space) return { ok: false, why: 'wrongFile' };
  if (mailbox === null && file === null) return { ok: false, why: 'needsPlace' };
  // In memory: nothing of a file is kept before the kit has opened what was granted to it there.
  const ofFile = file === null ? [] : await kitEpochs(file.envelopes, space, kit);
  if (file !== null && ofFile.length === 0) return { ok: false, why: 'wrongFile' };
  const here = await keyStore.centre(space);
  const before = here ?? (await keyStore.lockedCentre(space));
  if (here !== undefined && !(await isShutOut(deps, here))) {
    return { ok: true, space, wasHere: true };
  }

  const keys = await newCentreKeys(space, '', { demo: false, mailbox, kit: null });
  const session = openSession(deps, keys);
  // What the answering page collected here, or a device that was shut out still holds, stays whatever happens.
  const wasEmpty = (await session.store.allIds()).length === 0;
  const client = mailbox === null ? null : createMailboxClient(mailbox, deps.fetch);
  const admin = await derivedToken(kit, purposes.kitAdmin);
  let refusal: Refusal | null = null;
  try {
    refusal = client === null ? null : await fetchAll(session, client, admin);
    const inStore = refusal === null ? await session.store.all() : [];
    const known = [...inStore, ...(file?.envelopes ?? [])];
    const epochs = refusal === null ? await kitEpochs(known, space, kit) : [];
    if (refusal === null && epochs.length === 0) refusal = { ok: false, why: 'wrongKit' };
    if (refusal === null) {
      if (file !== null) await takeIn(session, file, client !== null);
      // Who types the kit has it: that is what the check before the first round asks.
      await introduceDevice(session, epochs, deviceName, {
        [bookPaths.kitChecked]: true,
        ...kitFields(before, keys),
      });
      await keyStore.put({ ...keys, name: centreView(session.ledger.value).name });
    } else {
      await client?.revokeDevice(admin, space, keys.device);
    }
  } finally {
    await session.stop();
    if (refusal !== null && wasEmpty) await deleteStore(space, deps.storage);
  }
  return refusal ?? { ok: true, space, wasHere: false };
}

/** Lets this device in at the mailbox and fetches everything from there; null where that worked. */
async function fetchAll(
  { store, keys }: CentreSession,
  client: MailboxClient,
  admin: string,
): Promise<Refusal | null> {
  const health = await client.health();
  if (!health.ok) {
    return { ok: false, why: health.code === 'badReply' ? 'notAMailbox' : 'unreachable' };
  }
  const token = await deviceToken(keys);
  const enrolled = await client.enrolDevice(admin, keys.space, {
    device: keys.device,
    tokenHash: await tokenHash(fromBase64url(token)),
  });
  if (!enrolled.ok) {
    const isUnknown = ['unauthorized', 'forbidden', 'notFound', 'gone'].includes(enrolled.code);
    return { ok: false, why: isUnknown ? 'wrongKit' : 'unreachable' };
  }
  const pulled = await pull(store, client, keys.space, token);
  return pulled === 'current' ? null : { ok: false, why: 'unreachable' };
}

/** Keeps what a file holds. With a mailbox beside it: what the mailbox lacks is offered to it. */
async function takeIn(
  { store }: CentreSession,
  file: ExchangeFile,
  hasMailbox: boolean,
): Promise<void> {
  const lines = file.envelopes.filter(({ kind }) => kind !== 'invite');
  await store.append(lines, hasMailbox ? { from: 'here', lane: 'space' } : { from: 'elsewhere' });
  await store.keepUnreadLines(file.unread);
}

/** The epochs in the grants that were made to the kit. */
async function kitEpochs(
  envelopes: readonly StoredEnvelope[],
  space: string,
  kit: string,
): Promise<readonly Epoch[]> {
  const id = await kitId(kit);
  const pair = await derivedPair(await derive(fromBase64url(kit), purposes.kitPair));
  const grants = envelopes.filter(({ kind, key }) => kind === 'grant' && key === id);
  const epochs = new Map<string, Epoch>();
  for (const grant of grants) {
    const envelope: SealedEnvelope = { ...grant, kind: 'grant' };
    const text = await openEnvelope({ type: 'hpke', pair }, envelope, space, null);
    const parsed = text === undefined ? undefined : parseRecord({ ...envelope, round: null }, text);
    if (parsed?.ok !== true || parsed.record.kind !== 'grant') continue;
    const { epoch, replaces, key } = parsed.record.body;
    epochs.set(epoch, { epoch, replaces, key });
  }
  return [...epochs.values()];
}
