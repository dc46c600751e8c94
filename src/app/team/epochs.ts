import { newRecord } from '#commands/command-deps.ts';
import { setFields } from '#commands/set-field.ts';
import { toBase64url } from '#crypto/bytes.ts';
import type { SealedEnvelope } from '#crypto/envelope-seal.ts';
import { randomBytes, randomId } from '#crypto/random.ts';
import {
  epochsOfRevoked,
  isRevoked,
  keyRecipients,
  type KeyRecipient,
} from '#projections/device-names.ts';
import type { Ledger } from '#projections/ledger.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { JsonValue } from '#records/json.ts';
import type { Epoch } from '#records/keys.ts';
import type { CentreSession } from './centre-session.ts';

export type Fields = Record<string, JsonValue>;

/** Grants of some epochs to one recipient. Nothing for a public key that is none: it must not stop the others. */
export async function sealGrants(
  session: CentreSession,
  epochs: readonly Epoch[],
  { id, publicKey }: KeyRecipient,
): Promise<readonly SealedEnvelope[]> {
  try {
    const grants = epochs.map((epoch) => {
      const record = newRecord(session.commandDeps, 'grant', null, { v: 1, ...epoch });
      return session.keyring.sealGrant(record, id, publicKey);
    });
    return await Promise.all(grants);
  } catch {
    return [];
  }
}

/** The first epoch went to everyone with the centre or their invite; of those after it, who has which is noted. */
function isNoted(epoch: Epoch): boolean {
  return epoch.replaces.length > 0;
}

/** The fields that note an epoch's grants. */
export function grantNotes(epochs: readonly Epoch[], recipients: readonly string[]): Fields {
  const paths = epochs
    .filter(isNoted)
    .flatMap(({ epoch }) => recipients.map((id) => bookPaths.epochGranted(epoch, id)));
  return Object.fromEntries(paths.map((path) => [path, true]));
}

/**
 * A new epoch of the team key that replaces the present ones: its grants to everyone who stays and to the kit, and the
 * devices that it is made to leave out, noted under the new epoch itself with `more`. All of it belongs in one
 * transaction.
 */
export async function newEpoch(
  session: CentreSession,
  ledger: Ledger,
  revoked: readonly string[],
  more: Fields = {},
): Promise<readonly SealedEnvelope[]> {
  const { keyring, commandDeps } = session;
  const epoch: Epoch = {
    epoch: randomId(),
    replaces: keyring.headEpochs.map((head) => head.epoch),
    key: toBase64url(randomBytes(32)),
  };
  const recipients = keyRecipients(ledger).filter(({ id }) => !revoked.includes(id));
  const granted = await Promise.all(recipients.map((one) => sealGrants(session, [epoch], one)));
  const reached = recipients.filter((_, at) => granted[at]?.length === 1).map(({ id }) => id);
  // Without its own grant this device could not read what it writes next.
  if (!reached.includes(session.keys.device)) throw new Error('this device is not in the book');
  const fields: Fields = {
    ...Object.fromEntries(revoked.map((device) => [bookPaths.deviceRevoked(device), true])),
    ...grantNotes([epoch], reached),
    [bookPaths.epochMaker(epoch.epoch)]: session.keys.device,
    ...more,
  };
  const edits = setFields(ledger.book, fields, commandDeps);
  const sealed = await Promise.all(edits.map((record) => keyring.seal(record, epoch)));
  return [...granted.flat(), ...sealed];
}

/** Who lacks a grant of which epochs: a newcomer whose link was made before the newest one. */
export function lackingGrants(
  session: CentreSession,
  ledger: Ledger,
): readonly { readonly recipient: KeyRecipient; readonly epochs: readonly Epoch[] }[] {
  const noted = session.keyring.epochs.filter(isNoted);
  if (noted.length === 0) return [];
  return keyRecipients(ledger).flatMap((recipient) => {
    const epochs = noted.filter(
      ({ epoch }) => ledger.book.field(bookPaths.epochGranted(epoch, recipient.id)) === undefined,
    );
    return epochs.length === 0 ? [] : [{ recipient, epochs }];
  });
}

/** The grants that are lacking, and the notes that they were made. */
export async function missingGrants(
  session: CentreSession,
  ledger: Ledger,
): Promise<readonly SealedEnvelope[]> {
  const envelopes: SealedEnvelope[] = [];
  const fields: Fields = {};
  for (const { recipient, epochs } of lackingGrants(session, ledger)) {
    const grants = await sealGrants(session, epochs, recipient);
    if (grants.length === 0) continue;
    envelopes.push(...grants);
    Object.assign(fields, grantNotes(epochs, [recipient.id]));
  }
  const edits = setFields(ledger.book, fields, session.commandDeps);
  const sealed = await Promise.all(edits.map((record) => session.keyring.seal(record)));
  return [...envelopes, ...sealed];
}

/**
 * Whether it falls to this device to make the epoch that replaces two at once: to the maker of the one that all
 * write under meanwhile, so that one does it and not everyone. Where revoked devices made all that stand, whoever
 * notices does it: a few epochs at once are merged in turn, one that a revoked device holds would stay.
 */
export function mustMergeEpochs(
  { keyring, keys }: Pick<CentreSession, 'keyring' | 'keys'>,
  ledger: Ledger,
): boolean {
  if (isRevoked(ledger.book, keys.device)) return false;
  const avoided = epochsOfRevoked(ledger);
  const heads = keyring.headEpochs;
  const first = heads.find(({ epoch }) => !avoided.has(epoch));
  if (first === undefined) return heads.length > 0;
  if (heads.length < 2) return false;
  return ledger.book.value(bookPaths.epochMaker(first.epoch)) === keys.device;
}
