import { derivedToken, purposes } from '#crypto/purposes.ts';
import { createMailboxClient } from '#sync/mailbox-client.ts';
import type { CentreSession } from './centre-session.ts';
import { kitOf } from './device-secrets.ts';
import type { TeamDeps } from './team-deps.ts';

/** `deleted`: the mailbox has nothing of the centre any more, and its other devices will hear of it. */
export type DeleteEverywhere = 'deleted' | 'noMailbox' | 'notAdmin' | 'unreachable' | 'refused';

/** Deletes the centre's space at its mailbox, for every device and for good. What lies on this device stays. */
export async function deleteEverywhere(
  deps: TeamDeps,
  { keys }: Pick<CentreSession, 'keys'>,
  mailbox: string | null,
  typedKit?: string,
): Promise<DeleteEverywhere> {
  if (mailbox === null) return 'noMailbox';
  const kit = typedKit ?? (await kitOf(keys));
  if (kit === null) return 'notAdmin';
  const token = await derivedToken(kit, purposes.kitAdmin);
  const reply = await createMailboxClient(mailbox, deps.fetch).deleteSpace(token, keys.space);
  // A reply that got lost, or somebody who was quicker: it is as wished.
  if (reply.ok || reply.code === 'gone') return 'deleted';
  if (reply.code === 'unauthorized' || reply.code === 'forbidden') return 'notAdmin';
  const passing = ['unreachable', 'unavailable', 'tooMany', 'badReply'].includes(reply.code);
  return passing ? 'unreachable' : 'refused';
}
