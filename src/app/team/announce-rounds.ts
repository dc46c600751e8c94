import { fromBase64url } from '#crypto/bytes.ts';
import { tokenHash } from '#crypto/derive.ts';
import { derivedToken, purposes, shortHash } from '#crypto/purposes.ts';
import { defaultAnswerQuota, defaultKioskQuota } from '#protocol/limits.ts';
import type { RegisterRound } from '#protocol/routes.ts';
import type { RoundView } from '#projections/views.ts';
import type { RoundKey } from '#records/keys.ts';
import type { Store } from '#store/store.ts';
import type { MailboxClient } from '#sync/mailbox-client.ts';

/** By round: a digest of what its mailbox was last told. */
export type Announced = Readonly<Record<string, string>>;

export async function readAnnounced(store: Store): Promise<Announced> {
  const value = await store.meta('announced');
  return typeof value === 'object' && value !== null ? (value as Announced) : {};
}

/**
 * Tells the mailbox of every round that it does not know in its present form. False where it could not be reached;
 * a round that it refuses for good does not stop the others.
 */
export async function announceRounds(
  store: Store,
  client: MailboxClient,
  token: string,
  space: string,
  rounds: readonly { readonly view: RoundView; readonly keys: RoundKey }[],
): Promise<boolean> {
  const announced: Record<string, string> = { ...(await readAnnounced(store)) };
  // A mailbox that was restored or made anew may know nothing of what it was told before.
  const life = await store.mailboxLife();
  for (const { view, keys } of rounds) {
    const body = await registration(view, keys);
    const digest = await shortHash(JSON.stringify([client.origin, life, body]));
    if (announced[view.id] === digest) continue;
    const reply = await client.registerRound(token, space, view.id, body);
    if (!reply.ok) {
      if (['unreachable', 'unavailable', 'tooMany', 'badReply'].includes(reply.code)) return false;
      continue;
    }
    announced[view.id] = digest;
    await store.setMeta('announced', announced);
  }
  return true;
}

async function registration(view: RoundView, keys: RoundKey): Promise<RegisterRound> {
  const hashOf = async (secret: string, purpose: string): Promise<string> =>
    tokenHash(fromBase64url(await derivedToken(secret, purpose)));
  return {
    answerTokenHash: await hashOf(keys.linkSecret, purposes.answerToken),
    kioskTokenHash: await hashOf(keys.kioskSecret, purposes.kioskToken),
    opens: view.opens,
    closes: view.closes,
    answerQuota: defaultAnswerQuota,
    kioskQuota: defaultKioskQuota,
    card: keys.sealedCard,
  };
}
