import { fromBase64url } from '#crypto/bytes.ts';
import { tokenHash } from '#crypto/derive.ts';
import type { TeamLink } from '#records/links.ts';
import type { CentreKeys } from '#store/key-store.ts';
import type { MailboxClient } from '#sync/mailbox-client.ts';
import { deviceToken } from './device-secrets.ts';
import type { JoinResult } from './team-app.ts';

export type JoinRefusal = Extract<JoinResult, { ok: false }>;

/** Where a team link's mailbox is; null where the centre has none. */
export function teamLinkOrigin({ mailbox }: TeamLink, pageUrl: string): string | null {
  if (mailbox.at === 'none') return null;
  return mailbox.at === 'other' ? mailbox.origin : new URL(pageUrl).origin;
}

/**
 * Uses an invite up for this device; null where that worked. Asks once more where no reply came: a lost reply would
 * leave a used link and nobody in, and the mailbox lets the same device repeat itself.
 */
export async function enrolDevice(
  client: MailboxClient,
  inviteToken: string,
  keys: CentreKeys,
): Promise<JoinRefusal | null> {
  const code = await askToEnrol(client, inviteToken, keys);
  return code === null ? null : refusalOf(code);
}

/** The same, with the mailbox's own word: `forbidden` says that this very device was revoked there. */
export async function askToEnrol(
  client: MailboxClient,
  inviteToken: string,
  keys: CentreKeys,
): Promise<string | null> {
  const body = {
    device: keys.device,
    tokenHash: await tokenHash(fromBase64url(await deviceToken(keys))),
  };
  const enrol = (): ReturnType<MailboxClient['enrolDevice']> =>
    client.enrolDevice(inviteToken, keys.space, body);
  const first = await enrol();
  const last = !first.ok && first.code === 'unreachable' ? await enrol() : first;
  return last.ok ? null : last.code;
}

/** A mailbox's refusal, as a person who joins needs to hear it. */
export function refusalOf(code: string): JoinRefusal {
  const isAway = code === 'unreachable' || code === 'unavailable' || code === 'tooMany';
  return { ok: false, why: isAway ? 'unreachable' : 'used' };
}
