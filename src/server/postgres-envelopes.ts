import * as v from 'valibot';
import { isSameEnvelope, type Envelope } from '#protocol/envelope.ts';
import type { PullReply } from '#protocol/routes.ts';
import { isTooLarge } from './envelope-rules.ts';
import type { AdminCapability, DeviceCapability } from './mailbox.ts';
import { tellEveryone } from './postgres-listener.ts';
import { storeEnvelopes } from './postgres-pushes.ts';
import { allRowsOf, envelopeRowSchema, firstRowOf, type PostgresParts } from './postgres-rows.ts';
import { inSpace, runSlowly, standingRefusal } from './postgres-transactions.ts';
import { done, refuse, type Result } from './result.ts';

const placeRow = v.object({
  is_deleted: v.boolean(),
  is_enrolled: v.boolean(),
  epoch: v.nullable(v.string()),
  head: v.nullable(v.number()),
  there: v.nullable(v.string()),
});
const pageRow = v.intersect([
  v.object({ seq: v.number(), bytes_to_here: v.number() }),
  envelopeRowSchema,
]);

const selectPlace = `
  SELECT EXISTS (SELECT FROM deleted_space WHERE id = $1) AS is_deleted,
    EXISTS (SELECT FROM device WHERE space = $1 AND id = $2) AS is_enrolled,
    (SELECT envelope.id FROM envelope WHERE space = $1 AND seq = $3) AS there, epoch, head
  FROM (SELECT $1 AS id) AS asked LEFT JOIN space ON space.id = asked.id`;

/** Up to the envelope with which the page passes its size. */
const selectPage = `
  SELECT seq, bytes_to_here, id, kind, key, round, sealed
  FROM (
    SELECT *, (sum(bytes) OVER (ORDER BY seq))::bigint AS bytes_to_here
    FROM envelope WHERE space = $1 AND seq > $2 AND seq <= $3 ORDER BY seq LIMIT $4
  ) AS page
  WHERE bytes_to_here - bytes < $5 ORDER BY seq`;

const purgeRound = `
  WITH freed AS (
    DELETE FROM envelope WHERE space = $1 AND round = $2 AND kind <> 'purge' RETURNING bytes
  ),
  card AS (UPDATE round SET card = '' WHERE id = $2 AND space = $1),
  hours AS (DELETE FROM link_hour WHERE space = $1 AND round = $2),
  reports AS (DELETE FROM kiosk_report WHERE space = $1 AND round = $2),
  remembered AS (
    INSERT INTO purged_round (space, id) VALUES ($1, $2) ON CONFLICT (space, id) DO NOTHING
  )
  UPDATE space SET bytes = bytes - (SELECT coalesce(sum(freed.bytes), 0) FROM freed) WHERE id = $1`;

/** Envelopes: handed out, purged. */
export function createPostgresEnvelopes({ database, limits, watchers, now }: PostgresParts) {
  const { pool } = database;

  return {
    async pull(
      by: DeviceCapability,
      page: { after: number; limit: number; mark?: string | undefined },
    ): Promise<Result<PullReply>> {
      const { after, limit, mark } = page;
      const place = await firstRowOf(placeRow, pool, selectPlace, by.space, by.device, after);
      const { is_deleted = false, is_enrolled = false, epoch, head, there } = place ?? {};
      const refusal = standingRefusal(is_deleted, is_enrolled);
      if (refusal !== null) return refusal;
      if (epoch == null || head == null) return refuse('gone', 'This space was deleted.');
      // Asked apart, yet of one moment: up to this head every row is there, and no lower one comes later.
      const values = [by.space, after, head, limit, limits.maxPullBytes];
      const rows = await allRowsOf(pageRow, pool, selectPage, ...values);
      const last = rows.at(-1);
      const isPageFull =
        last !== undefined && (rows.length === limit || last.bytes_to_here >= limits.maxPullBytes);
      const envelopes = rows.map(({ id, kind, key, round, sealed }): Envelope => {
        return { v: 1, id, kind, key, round, sealed };
      });
      // A purged place tells nothing; another envelope there tells that this is another life of the space.
      const continues = mark === undefined || there == null || there === mark;
      return done({ epoch, head, next: isPageFull ? last.seq : head, continues, envelopes });
    },

    async purge(by: AdminCapability, envelope: Envelope): Promise<Result<null>> {
      const { round } = envelope;
      const { space } = by;
      if (envelope.kind !== 'purge' || round === null) {
        return refuse('badRequest', 'envelope: must be a purge that names its round.');
      }
      if (isTooLarge(envelope)) return refuse('tooLarge', 'envelope: is longer than it may be.');
      const { result, state } = await inSpace(pool, space, async (runner, row) => {
        if (row === undefined) {
          return { result: refuse('gone', 'This space was deleted.'), state: null };
        }
        const select =
          'SELECT id, kind, key, round, sealed FROM envelope WHERE space = $1 AND id = $2';
        const existing = await firstRowOf(envelopeRowSchema, runner, select, space, envelope.id);
        if (existing !== undefined && !isSameEnvelope(existing, envelope)) {
          return { result: refuse('conflict', 'Another record has this id.'), state: null };
        }
        await runSlowly(runner, purgeRound, space, round);
        const isNew = existing === undefined;
        if (isNew) {
          const envelopes = [envelope];
          await storeEnvelopes(runner, space, { head: row.head, now: now(), envelopes });
        } else {
          await tellEveryone(runner, space);
        }
        const state = { epoch: row.epoch, head: row.head + (isNew ? 1 : 0) };
        return { result: done(null), state };
      });
      if (state !== null) watchers.headMoved(space, state);
      return result;
    },
  };
}
