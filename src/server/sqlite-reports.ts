import * as v from 'valibot';
import type { KioskReport, KioskReports } from '#protocol/routes.ts';
import type { DeviceCapability, LinkCapability } from './mailbox.ts';
import { done, refuse, type Result } from './result.ts';
import { inTransaction } from './sqlite-database.ts';
import { allRows, firstRow, type SqliteLookups, type SqliteParts } from './sqlite-rows.ts';
import { deviceRefusal } from './sqlite-spaces.ts';

const reportRow = v.object({
  round: v.string(),
  kiosk: v.string(),
  collected: v.number(),
  waiting: v.number(),
  at: v.string(),
});
const kioskRow = v.object({ kiosk: v.string() });
const countRow = v.object({ count: v.number() });

export type SqliteReports = ReturnType<typeof createSqliteReports>;

/** What kiosks say of themselves: how much they have collected, how much of it waits. */
export function createSqliteReports(parts: SqliteParts, lookups: SqliteLookups) {
  const { database, limits, now } = parts;
  const selectKiosk = database.prepare(
    'SELECT kiosk FROM kiosk_report WHERE space = ? AND round = ? AND kiosk = ?',
  );
  const countKiosks = database.prepare(
    'SELECT count(*) AS count FROM kiosk_report WHERE space = ? AND round = ?',
  );
  const putReport = database.prepare(
    `INSERT INTO kiosk_report (space, round, kiosk, collected, waiting, at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE
     SET collected = excluded.collected, waiting = excluded.waiting, at = excluded.at`,
  );
  const selectReports = database.prepare(
    'SELECT round, kiosk, collected, waiting, at FROM kiosk_report WHERE space = ?',
  );
  const deleteRound = database.prepare('DELETE FROM kiosk_report WHERE space = ? AND round = ?');

  return {
    report(by: LinkCapability, { kiosk, collected, waiting }: KioskReport): Result<null> {
      const { space, round } = by;
      if (by.kind !== 'kiosk') return refuse('forbidden', 'Only a kiosk reports.');
      return inTransaction(database, () => {
        if (lookups.isDeleted(space) || lookups.isPurged(space, round)) {
          return refuse('gone', 'This round was purged.');
        }
        const isKnown = firstRow(kioskRow, selectKiosk, space, round, kiosk) !== undefined;
        const kiosks = firstRow(countRow, countKiosks, space, round)?.count ?? 0;
        if (!isKnown && kiosks >= limits.maxKiosksPerRound) {
          return refuse('full', 'This round has as many kiosks as it may have.');
        }
        putReport.run(space, round, kiosk, collected, waiting, now().toISOString());
        return done(null);
      });
    },

    list(by: DeviceCapability): Result<KioskReports> {
      const refusal = deviceRefusal(lookups, by);
      if (refusal !== null) return refusal;
      return done({ reports: allRows(reportRow, selectReports, by.space) });
    },

    forget(space: string, round: string): void {
      deleteRound.run(space, round);
    },
  };
}
