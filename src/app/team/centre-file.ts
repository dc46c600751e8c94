import { fromExchangeFile, toExchangeFile } from '#sync/exchange-file.ts';
import type { CentreSession } from './centre-session.ts';
import { openInvites } from './invites.ts';

/** The file with everything: all envelopes, and the invites that may still be used. */
export async function exportEverything(session: CentreSession, today: string): Promise<string> {
  const [all, usable] = await Promise.all([session.store.all(), openInvites(session, today)]);
  return toExchangeFile(session.keys.space, [...all, ...usable.map(({ envelope }) => envelope)]);
}

/** What the mailbox refused for good, as a file of the same kind. */
export async function exportRefused(session: CentreSession): Promise<string> {
  const rows = await session.store.asideRows();
  return toExchangeFile(
    session.keys.space,
    rows.map(({ envelope }) => envelope),
  );
}

/** Takes such a file in; null where it is another centre's, or none. Lines that cannot be read are kept. */
export async function importEverything(
  session: CentreSession,
  text: string,
): Promise<{ added: number; known: number; unreadable: number } | null> {
  const file = fromExchangeFile(text);
  if (file === undefined || file.space !== session.keys.space) return null;
  const { store } = session;
  // The mailbox may lack them, so they are offered; a purge is the admin device's to send.
  const purges = file.envelopes.filter(({ kind }) => kind === 'purge');
  const others = file.envelopes.filter(({ kind }) => kind !== 'purge' && kind !== 'invite');
  const taken = await store.append(others, { from: 'here', lane: 'space' });
  await store.append(purges, { from: 'elsewhere' });
  if (file.unread.length > 0) await store.keepUnreadLines(file.unread);
  await session.refresh();
  return {
    added: taken.added.length,
    known: taken.known.length,
    unreadable: file.unread.length,
  };
}
