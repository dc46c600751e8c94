import { describe, expect, it } from 'vitest';
import { defaultMailboxLimits, type Mailbox } from '#server/mailbox.ts';
import {
  answerOf,
  envelopeOf,
  newRound,
  newSpace,
  setupSqliteMailbox,
  valueOf,
} from './fixtures.ts';
import { newDatabase, setupPostgresMailbox } from './postgres-fixtures.ts';

const rowCount = 100_000;
const writerCount = 16;
const limits = { ...defaultMailboxLimits, kioskEnvelopesPerLinkPerHour: rowCount };

/** One mailbox per process: one file has one, a database as many as one likes. */
const setups: Record<string, () => Promise<Mailbox[]>> = {
  SQLite: async () => [setupSqliteMailbox({ limits })],
  async PostgreSQL() {
    const url = await newDatabase();
    return Promise.all(Array.from({ length: 4 }, () => setupPostgresMailbox({ limits }, url)));
  },
};

describe.each(Object.keys(setups))('%s', (name) => {
  it('lets a reader miss none of 100,000 rows that 16 writers write while it reads', async () => {
    const mailboxes = (await setups[name]?.()) ?? [];
    const mailboxOf = (writer: number): Mailbox => {
      const mailbox = mailboxes[writer % mailboxes.length];
      if (mailbox === undefined) throw new Error('there is no mailbox');
      return mailbox;
    };
    const first = mailboxOf(0);
    const { space, request, byDevice } = newSpace();
    valueOf(await first.createSpace(request));
    const round = newRound(space, { closes: '2999-01-01', kioskQuota: rowCount });
    valueOf(await first.registerRound(byDevice, round.round, round.request));

    const written = new Set<string>();
    let isWriting = true;
    /** Writes every sixteenth row, in batches of one to some hundred; each fourth writer through the kiosk link. */
    async function write(writer: number): Promise<void> {
      const isKiosk = writer % 4 === 0;
      const by = isKiosk ? round.byKiosk : byDevice;
      const mailbox = mailboxOf(writer);
      let left = rowCount / writerCount;
      for (let turn = writer; left > 0; turn++) {
        const size = Math.min(left, 1 + ((turn * 97) % 240));
        const batch = Array.from({ length: size }, () =>
          isKiosk ? answerOf(round.round) : envelopeOf(),
        );
        const { results } = valueOf(await mailbox.pushEnvelopes(by, batch));
        for (const { id, outcome } of results) {
          if (outcome !== 'stored') throw new Error(`an envelope was ${outcome}`);
          written.add(id);
        }
        left -= size;
      }
    }
    const writers = Promise.all(Array.from({ length: writerCount }, (_, at) => write(at))).finally(
      () => {
        isWriting = false;
      },
    );

    const read = new Set<string>();
    let [after, pagesWhileWriting] = [0, 0];
    for (;;) {
      const wasWriting = isWriting;
      const page = valueOf(await first.pull(byDevice, { after, limit: 500 }));
      for (const { id } of page.envelopes) read.add(id);
      // Dense: who has read up to `next` has read exactly that many.
      if (read.size !== page.next) throw new Error(`${read.size} rows read up to ${page.next}`);
      after = page.next;
      if (wasWriting && page.envelopes.length > 0) pagesWhileWriting++;
      if (!wasWriting && page.next === page.head) break;
    }
    await writers;
    expect(read.size).toBe(rowCount);
    expect([...written].filter((id) => !read.has(id))).toEqual([]);
    expect(pagesWhileWriting).toBeGreaterThan(20);
  }, 180_000);
});
