import type { CentreKeys, KeyStore } from '#store/key-store.ts';
import { createMailboxClient } from '#sync/mailbox-client.ts';
import type { Epoch } from '#records/keys.ts';
import type { TeamLink } from '#records/links.ts';
import { openSession } from './centre-session.ts';
import { deviceToken } from './device-secrets.ts';
import { askToEnrol, refusalOf, teamLinkOrigin } from './enrol-device.ts';
import { inviteKeys, openInvite } from './invites.ts';
import type { JoinResult } from './team-app.ts';
import type { TeamDeps } from './team-deps.ts';

/** Beyond every head: asks whether a token is good without fetching anything. */
const beyondEveryHead = 999_999_999_999_999;

/** Whether the mailbox does not let this device in: it was revoked there, or never enrolled. False where nobody answers. */
export async function isShutOut(deps: TeamDeps, keys: CentreKeys): Promise<boolean> {
  if (keys.mailbox === null) return false;
  const client = createMailboxClient(keys.mailbox, deps.fetch);
  const probe = await client.pull(await deviceToken(keys), keys.space, beyondEveryHead);
  return !probe.ok && probe.code === 'unauthorized';
}

/**
 * A team link on a device that holds the centre already. Where its mailbox knows the device, that is all; where
 * the team moved to another, the link enrols the device again with everything it has. A mailbox that once let it in and
 * does so no more may have been told to: the device cannot know, so it comes as a new one, and keeps what it holds. So
 * does one that lacks an epoch, or that the other mailbox refuses by its id: nothing takes a revocation back.
 */
export async function rejoinCentre(
  deps: TeamDeps,
  keyStore: KeyStore,
  keys: CentreKeys,
  link: TeamLink,
): Promise<JoinResult | 'asNewDevice'> {
  const origin = teamLinkOrigin(link, deps.pageUrl);
  if (origin === null) return { ok: false, why: 'alreadyHere' };
  const client = createMailboxClient(origin, deps.fetch);
  const probe = await client.pull(await deviceToken(keys), link.space, beyondEveryHead);
  if (probe.ok) return { ok: false, why: 'alreadyHere' };
  if (probe.code !== 'unauthorized') return refusalOf(probe.code);
  if (origin === keys.mailbox) return 'asNewDevice';

  const secrets = await inviteKeys(link.secret);
  const reply = await client.readInvite(secrets.token, link.space, secrets.id);
  if (!reply.ok) return refusalOf(reply.code);
  const invite = await openInvite(reply.value.envelope, secrets.key, link.space);
  if (invite === undefined) return { ok: false, why: 'badLink' };
  if (!(await holdsAll(deps, keys, invite.epochs))) return 'asNewDevice';
  const code = await askToEnrol(client, secrets.token, keys);
  if (code === 'forbidden') return 'asNewDevice';
  if (code !== null) return refusalOf(code);
  await keyStore.setMailbox(link.space, origin);
  return { ok: true, space: link.space };
}

async function holdsAll(
  deps: TeamDeps,
  keys: CentreKeys,
  epochs: readonly Epoch[],
): Promise<boolean> {
  const session = openSession(deps, keys);
  try {
    await session.refresh();
    const held = new Set(session.keyring.epochs.map(({ epoch }) => epoch));
    return epochs.every(({ epoch }) => held.has(epoch));
  } finally {
    await session.stop();
  }
}
