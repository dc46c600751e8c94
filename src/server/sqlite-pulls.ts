import * as v from 'valibot';
import type { Envelope } from '#protocol/envelope.ts';
import type { PullReply } from '#protocol/routes.ts';
import { envelopeBytes } from './envelope-rules.ts';
import type { DeviceCapability } from './mailbox.ts';
import { done, refuse, type Result } from './result.ts';
import { inTransaction } from './sqlite-database.ts';
import {
  envelopeColumns,
  firstRow,
  parseEnvelopeRow,
  type SqliteLookups,
  type SqliteParts,
} from './sqlite-rows.ts';
import { deviceRefusal } from './sqlite-spaces.ts';

const idRow = v.object({ id: v.string() });
/** What can still be read of a damaged row; `crc` is null where the damage is known already. */
const placeRow = v.object({ row: v.number(), seq: v.number(), crc: v.nullable(v.number()) });

interface Page {
  readonly envelopes: Envelope[];
  /** The place up to which was read. */
  readonly next: number;
  /** Whether there may be more. */
  readonly isFull: boolean;
  /** Rows that the disk gave back as something else, found out just now. */
  readonly damagedRows: number[];
}

/** Handing envelopes out, and none that is not what was taken in. */
export function createSqlitePulls(parts: SqliteParts, lookups: SqliteLookups) {
  const { database, limits, newId, report } = parts;
  const selectPage = database.prepare(
    `SELECT ${envelopeColumns}, rowid AS row FROM envelope
     WHERE space = ? AND seq > ? ORDER BY seq LIMIT ?`,
  );
  const selectPlace = database.prepare('SELECT id FROM envelope WHERE space = ? AND seq = ?');
  const markDamaged = database.prepare('UPDATE envelope SET crc = NULL WHERE rowid = ?');
  const beginEpoch = database.prepare('UPDATE space SET epoch = ? WHERE id = ?');

  function readPage(space: string, after: number, limit: number): Page {
    const envelopes: Envelope[] = [];
    const damagedRows: number[] = [];
    let [next, rows, bytes] = [after, 0, 0];
    for (const found of selectPage.iterate(space, after, limit)) {
      const parsed = parseEnvelopeRow(space, found);
      rows++;
      if (parsed === null) {
        const { row, seq, crc } = v.parse(placeRow, found);
        next = seq;
        if (crc !== null) damagedRows.push(row);
        continue;
      }
      envelopes.push(parsed.envelope);
      next = parsed.seq;
      bytes += envelopeBytes(parsed.envelope);
      if (bytes >= limits.maxPullBytes) break;
    }
    return { envelopes, next, isFull: rows === limit || bytes >= limits.maxPullBytes, damagedRows };
  }

  /** A new epoch makes every device of the space offer all it has, and what was damaged comes back with that. */
  function askAgain(space: string, damagedRows: readonly number[]): string {
    const epoch = newId();
    for (const row of damagedRows) markDamaged.run(row);
    beginEpoch.run(epoch, space);
    report(
      `${damagedRows.length} stored envelopes of a space came back damaged from the disk. They are not handed ` +
        'out; the devices of that space will be asked for theirs. Look after the disk.',
    );
    return epoch;
  }

  return {
    pull(
      by: DeviceCapability,
      page: { after: number; limit: number; mark?: string | undefined },
    ): Result<PullReply> {
      return inTransaction(database, () => {
        const refusal = deviceRefusal(lookups, by);
        if (refusal !== null) return refusal;
        const space = lookups.space(by.space);
        if (space === undefined) return refuse('gone', 'This space was deleted.');
        const { envelopes, next, isFull, damagedRows } = readPage(by.space, page.after, page.limit);
        const epoch = damagedRows.length > 0 ? askAgain(by.space, damagedRows) : space.epoch;
        const there = firstRow(idRow, selectPlace, by.space, page.after);
        // A purged place tells nothing; another envelope there tells that this is another life of the space.
        const continues = page.mark === undefined || there === undefined || there.id === page.mark;
        return done({
          epoch,
          head: space.head,
          next: isFull ? next : space.head,
          continues,
          envelopes,
        });
      });
    },
  };
}
