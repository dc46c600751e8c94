import type { Store } from '#store/store.ts';
import type { MailboxClient } from './mailbox-client.ts';

/** How far this device has read, and in which life of the space. */
export interface Cursor {
  readonly epoch: string | null;
  readonly after: number;
  /** The id that stood at place `after`: a restored backup has another one there, or none. */
  readonly mark?: string;
}

export type PullEnd = 'current' | 'later' | 'unauthorized' | 'gone';

const start: Cursor = { epoch: null, after: 0 };

/** The stored cursor; anything unreadable counts as "from the start", which loses nothing. */
export async function readCursor(store: Store): Promise<Cursor> {
  const value = await store.meta('cursor');
  if (typeof value !== 'object' || value === null) return start;
  const { epoch, after, mark } = value as Partial<Cursor>;
  if (typeof epoch !== 'string' || typeof after !== 'number') return start;
  return typeof mark === 'string' ? { epoch, after, mark } : { epoch, after };
}

/**
 * Takes in everything that this device has not met. The cursor moves only after the envelopes are on disk. An epoch
 * not met before, or a cursor beyond the head, means a mailbox that is new to this device, or was restored or
 * replaced: read from the start, offer all.
 */
export async function pull(
  store: Store,
  client: MailboxClient,
  space: string,
  token: string,
): Promise<PullEnd> {
  let cursor = await readCursor(store);
  const ask = (): ReturnType<typeof client.pull> =>
    client.pull(token, space, cursor.after, cursor.mark);
  let asked = ask();
  while (true) {
    const reply = await asked;
    if (!reply.ok) {
      if (reply.code === 'unauthorized') return 'unauthorized';
      return reply.code === 'gone' ? 'gone' : 'later';
    }
    const { epoch, head, next, envelopes } = reply.value;
    if (cursor.epoch !== epoch || cursor.after > head || !reply.value.continues) {
      await store.offerAll();
      cursor = { epoch, after: 0 };
      await store.setMeta('cursor', cursor);
      asked = ask();
      continue;
    }
    if (next <= cursor.after && next < head) return 'later'; // No mailbox of ours: it would never end.
    const hasMoved = cursor.after !== next;
    const mark = envelopes.at(-1)?.id;
    cursor = mark === undefined ? { epoch, after: next } : { epoch, after: next, mark };
    // The network fetches the next page while the disk takes this one; `ask` never rejects.
    if (next < head) asked = ask();
    if (envelopes.length > 0) await store.append(envelopes, { from: 'elsewhere' });
    // Purges that waited here for the admin's token: this mailbox has had them.
    const purges = envelopes.filter(({ kind }) => kind === 'purge').map(({ id }) => id);
    if (purges.length > 0) await store.acknowledge(purges);
    if (hasMoved) await store.setMeta('cursor', cursor);
    if (next >= head) return 'current';
  }
}
