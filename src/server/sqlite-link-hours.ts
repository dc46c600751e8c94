import * as v from 'valibot';
import { hourOf } from './days.ts';
import type { LinkCapability } from './mailbox.ts';
import { firstRow, type SqliteParts } from './sqlite-rows.ts';

const storedRow = v.object({ stored: v.number() });

export type SqliteLinkHours = ReturnType<typeof createSqliteLinkHours>;

/** What a round's links have stored in the present hour, so that a flood on a poster's link stays small. */
export function createSqliteLinkHours({ database, limits, now }: SqliteParts) {
  const selectStored = database.prepare(
    'SELECT stored FROM link_hour WHERE hour = ? AND round = ? AND link = ?',
  );
  const addStored = database.prepare(
    `INSERT INTO link_hour (hour, round, link, space, stored) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET stored = stored + excluded.stored`,
  );
  const deleteOld = database.prepare('DELETE FROM link_hour WHERE hour < ?');
  const deleteRound = database.prepare('DELETE FROM link_hour WHERE space = ? AND round = ?');

  let cleanedHour = '';

  return {
    /** How many envelopes a link may still store in this hour. */
    left({ kind, round }: LinkCapability): number {
      const limit =
        kind === 'answer'
          ? limits.answerEnvelopesPerLinkPerHour
          : limits.kioskEnvelopesPerLinkPerHour;
      const hour = hourOf(now());
      return limit - (firstRow(storedRow, selectStored, hour, round, kind)?.stored ?? 0);
    },

    /** Counts what a link has stored, and forgets the hours that are over: nothing tells later when answers came. */
    count({ kind, round, space }: LinkCapability, stored: number): void {
      const hour = hourOf(now());
      if (hour !== cleanedHour) deleteOld.run(hour);
      cleanedHour = hour;
      addStored.run(hour, round, kind, space, stored);
    },

    forget(space: string, round: string): void {
      deleteRound.run(space, round);
    },
  };
}
