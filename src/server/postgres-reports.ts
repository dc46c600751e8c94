import * as v from 'valibot';
import type { KioskReport, KioskReports } from '#protocol/routes.ts';
import type { DeviceCapability, LinkCapability } from './mailbox.ts';
import { allRowsOf, firstRowOf, type PostgresParts } from './postgres-rows.ts';
import { deviceRefusal, inSpace } from './postgres-transactions.ts';
import { done, refuse, type Result } from './result.ts';

const reportRow = v.object({
  round: v.string(),
  kiosk: v.string(),
  collected: v.number(),
  waiting: v.number(),
  at: v.string(),
});
const standingRow = v.object({ is_purged: v.boolean(), is_known: v.boolean(), kiosks: v.number() });

/** What kiosks say of themselves: how much they have collected, how much of it waits. */
export function createPostgresReports({ database, limits, now }: PostgresParts) {
  const { pool } = database;

  return {
    async report(by: LinkCapability, report: KioskReport): Promise<Result<null>> {
      const { space, round } = by;
      const { kiosk, collected, waiting } = report;
      if (by.kind !== 'kiosk') return refuse('forbidden', 'Only a kiosk reports.');
      return inSpace(pool, space, async (runner, row) => {
        const standing = await firstRowOf(
          standingRow,
          runner,
          `SELECT EXISTS (SELECT FROM purged_round WHERE space = $1 AND id = $2) AS is_purged,
             count(*) FILTER (WHERE kiosk = $3) > 0 AS is_known, count(*) AS kiosks
           FROM kiosk_report WHERE space = $1 AND round = $2`,
          space,
          round,
          kiosk,
        );
        if (row === undefined || standing === undefined || standing.is_purged) {
          return refuse('gone', 'This round was purged.');
        }
        if (!standing.is_known && standing.kiosks >= limits.maxKiosksPerRound) {
          return refuse('full', 'This round has as many kiosks as it may have.');
        }
        await runner.query(
          `INSERT INTO kiosk_report (space, round, kiosk, collected, waiting, at)
           VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (space, round, kiosk) DO UPDATE
           SET collected = excluded.collected, waiting = excluded.waiting, at = excluded.at`,
          [space, round, kiosk, collected, waiting, now().toISOString()],
        );
        return done(null);
      });
    },

    async list(by: DeviceCapability): Promise<Result<KioskReports>> {
      const refusal = await deviceRefusal(pool, by);
      if (refusal !== null) return refusal;
      const list = 'SELECT round, kiosk, collected, waiting, at FROM kiosk_report WHERE space = $1';
      return done({ reports: await allRowsOf(reportRow, pool, list, by.space) });
    },
  };
}
