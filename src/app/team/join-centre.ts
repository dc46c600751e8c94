import { dayOf } from '#i18n/local-day.ts';
import { parseTeamLink, type TeamLink } from '#records/links.ts';
import type { Invite } from '#records/keys.ts';
import type { CentreKeys, KeyStore, LockedCentre } from '#store/key-store.ts';
import { fromExchangeFile, type ExchangeFile } from '#sync/exchange-file.ts';
import { createMailboxClient } from '#sync/mailbox-client.ts';
import { introduceDevice } from './create-centre.ts';
import { kitOf, newCentreKeys } from './device-secrets.ts';
import { enrolDevice, refusalOf, teamLinkOrigin, type JoinRefusal } from './enrol-device.ts';
import { inviteKeys, openInvite } from './invites.ts';
import { kitFields } from './kit-note.ts';
import { openSession } from './centre-session.ts';
import { rejoinCentre } from './rejoin-centre.ts';
import type { JoinResult } from './team-app.ts';
import type { TeamDeps } from './team-deps.ts';

/** What a page knows of keys that the database holds behind a code. */
interface HeldKeys {
  /** The keys of the centre that is open, perhaps by its code. */
  readonly opened: CentreKeys | undefined;
  /** Whether it was said that a kit behind the code may be lost. */
  readonly losesKit: boolean;
}

/** The keys of a centre whose code was typed on this page: they lie open nowhere but in its memory. */
function unlocked(
  locked: LockedCentre | undefined,
  opened: CentreKeys | undefined,
): CentreKeys | undefined {
  if (locked === undefined || locked.device !== opened?.device) return undefined;
  return { ...opened, sealedKit: locked.sealedKit, mailbox: locked.mailbox };
}

/** Joins a centre by a one-time team link; through its mailbox, or with the file that holds the invite. */
export async function joinCentre(
  deps: TeamDeps,
  keyStore: KeyStore,
  text: string,
  deviceName: string,
  fileText: string | undefined,
  held: HeldKeys,
): Promise<JoinResult> {
  const link = parseTeamLink(text);
  if (link === undefined) return { ok: false, why: 'badLink' };
  const locked = await keyStore.lockedCentre(link.space);
  const here = (await keyStore.centre(link.space)) ?? unlocked(locked, held.opened);
  if (here !== undefined) {
    const again = await rejoinCentre(deps, keyStore, here, link);
    if (again !== 'asNewDevice') return again;
  } else if (locked !== undefined && locked.sealedKit !== null && !held.losesKit) {
    return { ok: false, why: 'lockedKit' };
  }
  // As a new device it needs new keys; the kit that the old ones sealed moves over to them.
  const kit = here === undefined ? null : await kitOf(here);
  const before = here ?? locked;
  const secrets = await inviteKeys(link.secret);

  if (fileText !== undefined) {
    const file = fromExchangeFile(fileText);
    const envelope = file?.envelopes.find(
      (each) => each.kind === 'invite' && each.key === secrets.id,
    );
    const invite =
      envelope === undefined ? undefined : await openInvite(envelope, secrets.key, link.space);
    if (file === undefined || invite === undefined) return { ok: false, why: 'wrongFile' };
    if (invite.expires < dayOf(deps.now())) return { ok: false, why: 'used' };
    return settleIn(deps, keyStore, link, invite, deviceName, {
      mailbox: null,
      kit,
      before,
      file,
    });
  }

  const mailbox = teamLinkOrigin(link, deps.pageUrl);
  if (mailbox === null) return { ok: false, why: 'needsFile' };
  const client = createMailboxClient(mailbox, deps.fetch);
  const reply = await client.readInvite(secrets.token, link.space, secrets.id);
  if (!reply.ok) return refusalOf(reply.code);
  const invite = await openInvite(reply.value.envelope, secrets.key, link.space);
  if (invite === undefined) return { ok: false, why: 'badLink' };
  return settleIn(deps, keyStore, link, invite, deviceName, {
    mailbox,
    kit,
    before,
    enrol: (keys) => enrolDevice(client, secrets.token, keys),
  });
}

async function settleIn(
  deps: TeamDeps,
  keyStore: KeyStore,
  link: TeamLink,
  invite: Invite,
  deviceName: string,
  way: {
    readonly mailbox: string | null;
    readonly kit: string | null;
    /** What stands on this device until it has joined. */
    readonly before: CentreKeys | LockedCentre | undefined;
    readonly file?: ExchangeFile;
    readonly enrol?: (keys: CentreKeys) => Promise<JoinRefusal | null>;
  },
): Promise<JoinResult> {
  const keys = await newCentreKeys(link.space, invite.centre, {
    demo: false,
    mailbox: way.mailbox,
    kit: way.kit,
  });
  const session = openSession(deps, keys);
  // The answering page may have collected here before: what it holds is never this join's to take away.
  const before = new Set(await session.store.allIds());
  try {
    if (way.file !== undefined) {
      const lines = way.file.envelopes.filter(({ kind }) => kind !== 'invite');
      await session.store.append(lines, { from: 'elsewhere' });
      await session.store.keepUnreadLines(way.file.unread);
    }
    await introduceDevice(session, invite.epochs, deviceName, kitFields(way.before, keys));
    // Answers that are collected meanwhile lie in their round's lane.
    const written = await session.store.outbox('space', Number.POSITIVE_INFINITY);
    const mine = written.map(({ id }) => id).filter((id) => !before.has(id));
    // The invite is used up by the last step, so that a crash before it leaves a link that still works.
    const refused = (await way.enrol?.(keys)) ?? null;
    if (refused !== null) {
      await session.store.withdraw(mine);
      return refused;
    }
    await keyStore.put(keys);
    return { ok: true, space: link.space };
  } finally {
    await session.stop();
  }
}
