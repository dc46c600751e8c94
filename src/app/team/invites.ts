import { newRecord } from '#commands/command-deps.ts';
import { toBase64url, fromBase64url } from '#crypto/bytes.ts';
import { tokenHash } from '#crypto/derive.ts';
import { openEnvelope, sealEnvelope, type SealedEnvelope } from '#crypto/envelope-seal.ts';
import { derivedId, derivedKey, derivedToken, purposes } from '#crypto/purposes.ts';
import { randomBytes } from '#crypto/random.ts';
import { canonicalJson } from '#records/json.ts';
import type { Invite } from '#records/keys.ts';
import { parseRecord } from '#records/record.ts';
import type { MailboxClient } from '#sync/mailbox-client.ts';
import type { CentreSession } from './centre-session.ts';

/** An invite that may still be used. Its secret is only in the link; here is what the link opens. */
export interface OpenInviteRow {
  readonly invite: string;
  readonly tokenHash: string;
  /** The last day on which it works. */
  readonly expires: string;
  readonly envelope: SealedEnvelope;
  /** The epochs that it brings. One from before a revocation lacks the newest, and is void. */
  readonly epochs?: readonly string[];
  /** The mailbox, and the life of it, that knows of it. */
  readonly announcedAt: string | null;
}

/** How long a team link works. */
export const inviteDays = 7;

/** What a team link's secret gives. */
export async function inviteKeys(
  secret: string,
): Promise<{ id: string; token: string; key: CryptoKey }> {
  const [id, token, key] = await Promise.all([
    derivedId(secret, purposes.inviteId),
    derivedToken(secret, purposes.inviteToken),
    derivedKey(secret, purposes.inviteKey),
  ]);
  return { id, token, key };
}

/** Makes an invite with all epochs, keeps it for the mailbox and for files, and gives the link's secret. */
export async function makeInvite(
  session: CentreSession,
  centre: string,
  mailbox: string | null,
  expires: string,
): Promise<string> {
  const secret = toBase64url(randomBytes(32));
  const { id, token, key } = await inviteKeys(secret);
  const { space } = session.keys;
  const body: Invite = {
    v: 1,
    space,
    centre,
    mailbox,
    epochs: [...session.keyring.epochs],
    expires,
  };
  const record = newRecord(session.commandDeps, 'invite', null, body);
  const envelope = await sealEnvelope({ type: 'aead', key }, canonicalJson(body), {
    id: record.id,
    kind: 'invite',
    round: null,
    key: id,
    space,
    cardHash: null,
  });
  if (envelope === undefined) throw new RangeError('the invite is too long to seal');
  const row: OpenInviteRow = {
    invite: id,
    tokenHash: await tokenHash(fromBase64url(token)),
    expires,
    envelope,
    epochs: body.epochs.map(({ epoch }) => epoch),
    announcedAt: null,
  };
  await session.store.updateMeta('invites', (rows) => [...inviteRows(rows), row]);
  return secret;
}

/** The invites that were made on this device and are still good: not too old, and of no time before a revocation. */
export async function openInvites(
  { store, keyring }: Pick<CentreSession, 'store' | 'keyring'>,
  today: string,
): Promise<readonly OpenInviteRow[]> {
  return inviteRows(await store.meta('invites')).filter(
    ({ expires, epochs = [] }) =>
      expires >= today && keyring.headEpochs.every(({ epoch }) => epochs.includes(epoch)),
  );
}

function inviteRows(rows: unknown): readonly OpenInviteRow[] {
  return Array.isArray(rows) ? (rows as OpenInviteRow[]) : [];
}

/** Tells the mailbox of invites that it does not know; false where it could not be told. Old ones are dropped. */
export async function announceInvites(
  session: CentreSession,
  client: MailboxClient,
  token: string,
  today: string,
): Promise<boolean> {
  const { store } = session;
  const place = `${client.origin} ${await store.mailboxLife()}`;
  let reached = true;
  for (const row of await openInvites(session, today)) {
    if (row.announcedAt === place) continue;
    const { invite, expires, envelope } = row;
    const reply = await client.openInvite(token, session.keys.space, invite, {
      tokenHash: row.tokenHash,
      expires,
      envelope,
    });
    if (!reply.ok && ['unreachable', 'unavailable', 'tooMany'].includes(reply.code))
      reached = false;
    if (!reply.ok) continue;
    await store.updateMeta('invites', (rows) =>
      inviteRows(rows)
        .filter(({ expires }) => expires >= today)
        .map((each) => (each.invite === invite ? { ...each, announcedAt: place } : each)),
    );
  }
  return reached;
}

/** Opens an invite's envelope with its link's key; undefined where it is another's, damaged, or of another space. */
export async function openInvite(
  envelope: SealedEnvelope,
  key: CryptoKey,
  space: string,
): Promise<Invite | undefined> {
  const text = await openEnvelope({ type: 'aead', key }, envelope, space, null);
  if (text === undefined) return undefined;
  const parsed = parseRecord({ id: envelope.id, kind: 'invite', round: null }, text);
  return parsed.ok && parsed.record.kind === 'invite' ? parsed.record.body : undefined;
}
