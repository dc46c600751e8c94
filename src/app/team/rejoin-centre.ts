import type { CentreKeys, KeyStore } from '#store/key-store.ts';
import { createMailboxClient } from '#sync/mailbox-client.ts';
import type { TeamLink } from '#records/links.ts';
import { deviceToken } from './device-secrets.ts';
import { enrolDevice, refusalOf, teamLinkOrigin } from './enrol-device.ts';
import { inviteKeys, openInvite } from './invites.ts';
import type { JoinResult } from './team-app.ts';
import type { TeamDeps } from './team-deps.ts';

/** Beyond every head: asks whether a token is good without fetching anything. */
const beyondEveryHead = 999_999_999_999_999;

/**
 * A team link on a device that holds the centre already. Where its mailbox knows the device, that is all; where it
 * does not (it was made anew, or the team moved to another), the link enrols the device again with everything it has.
 */
export async function rejoinCentre(
  deps: TeamDeps,
  keyStore: KeyStore,
  keys: CentreKeys,
  link: TeamLink,
): Promise<JoinResult> {
  const origin = teamLinkOrigin(link, deps.pageUrl);
  if (origin === null) return { ok: false, why: 'alreadyHere' };
  const client = createMailboxClient(origin, deps.fetch);
  const probe = await client.pull(await deviceToken(keys), link.space, beyondEveryHead);
  if (probe.ok) return { ok: false, why: 'alreadyHere' };
  if (probe.code !== 'unauthorized') return refusalOf(probe.code);

  const secrets = await inviteKeys(link.secret);
  const reply = await client.readInvite(secrets.token, link.space, secrets.id);
  if (!reply.ok) return refusalOf(reply.code);
  const invite = await openInvite(reply.value.envelope, secrets.key, link.space);
  if (invite === undefined) return { ok: false, why: 'badLink' };
  const refused = await enrolDevice(client, secrets.token, keys);
  if (refused !== null) return refused;
  await keyStore.setMailbox(link.space, origin);
  return { ok: true, space: link.space };
}
