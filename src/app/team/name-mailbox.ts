import { fromBase64url } from '#crypto/bytes.ts';
import { tokenHash } from '#crypto/derive.ts';
import { derivedToken, purposes } from '#crypto/purposes.ts';
import type { KeyStore } from '#store/key-store.ts';
import { createMailboxClient } from '#sync/mailbox-client.ts';
import type { CentreSession } from './centre-session.ts';
import { adminToken, deviceToken } from './device-secrets.ts';
import type { NameMailboxResult } from './team-app.ts';
import type { TeamDeps } from './team-deps.ts';

/** The origin that a person meant; undefined where it is no web address. */
export function originOf(text: string): string | undefined {
  const trimmed = text.trim();
  const withScheme = /^https?:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  try {
    return new URL(withScheme).origin;
  } catch {
    return undefined;
  }
}

/**
 * Makes the centre's space at a mailbox and offers it everything that this device has. That takes the kit, which lies on
 * this device or is typed for this once: the space's admin token comes from it. Asked twice, it is the same space. `leave` ends the traffic with the
 * mailbox of before; it is called only once the new one has said yes.
 */
export async function nameMailbox(
  deps: TeamDeps,
  keyStore: KeyStore,
  session: CentreSession,
  address: string,
  code: string,
  leave: () => Promise<void>,
  kit?: string,
): Promise<NameMailboxResult & { origin?: string }> {
  const origin = originOf(address);
  if (origin === undefined) return { ok: false, why: 'badAddress' };
  const { keys, store } = session;
  const admin =
    kit === undefined ? await adminToken(keys) : await derivedToken(kit, purposes.kitAdmin);
  if (admin === null) return { ok: false, why: 'needsKit' };
  const client = createMailboxClient(origin, deps.fetch);
  const health = await client.health();
  if (!health.ok) {
    return { ok: false, why: health.code === 'unreachable' ? 'unreachable' : 'notAMailbox' };
  }
  const made = await client.createSpace(code.trim(), {
    space: keys.space,
    adminTokenHash: await tokenHash(fromBase64url(admin)),
    device: keys.device,
    tokenHash: await tokenHash(fromBase64url(await deviceToken(keys))),
  });
  if (!made.ok) {
    if (made.code === 'unauthorized' || made.code === 'forbidden')
      return { ok: false, why: 'wrongCode' };
    if (made.code === 'conflict' || made.code === 'gone') return { ok: false, why: 'taken' };
    return { ok: false, why: 'unreachable' };
  }
  // A courier that still ran would take what is offered now to the mailbox that is left.
  await leave();
  await store.setMeta('cursor', { epoch: made.value.epoch, after: 0 });
  // Rounds' lanes may still point at the mailbox that is left; this device may send for them under its own token.
  await store.moveToLane('space', 'all');
  await store.offerAll();
  await keyStore.setMailbox(keys.space, origin);
  return { ok: true, origin };
}
