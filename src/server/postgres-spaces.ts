import * as v from 'valibot';
import type { CreateSpace, DeviceList, HeadEvent, SpaceState } from '#protocol/routes.ts';
import type { AdminCapability, DeviceCapability, SpaceCapability } from './mailbox.ts';
import { tellEveryone } from './postgres-listener.ts';
import { allRowsOf, firstRowOf, type PostgresParts, type PostgresRunner } from './postgres-rows.ts';
import { inSpace, inTransaction, runSlowly, standingRefusal } from './postgres-transactions.ts';
import { done, refuse, type Result } from './result.ts';
import { isSameSecret } from './tokens.ts';

const tokenRow = v.object({
  kind: v.picklist(['deleted', 'admin', 'device', 'invite']),
  id: v.string(),
  token_hash: v.string(),
});
const tokensOfSpace = `
  SELECT 'deleted' AS kind, id, '' AS token_hash FROM deleted_space WHERE id = $1
  UNION ALL SELECT 'admin', id, admin_hash FROM space WHERE id = $1
  UNION ALL SELECT 'device', id, token_hash FROM device WHERE space = $1
  UNION ALL SELECT 'invite', id, token_hash FROM invite WHERE space = $1`;

const madeRow = v.object({
  is_deleted: v.boolean(),
  epoch: v.nullable(v.string()),
  admin_hash: v.nullable(v.string()),
  head: v.nullable(v.number()),
  token_hash: v.nullable(v.string()),
});
const deviceListRow = v.object({ device: v.string(), enrolledAt: v.string() });
const stateRow = v.object({
  is_deleted: v.boolean(),
  is_enrolled: v.boolean(),
  epoch: v.nullable(v.string()),
  head: v.nullable(v.number()),
});
const idRow = v.object({ id: v.string() });

async function isDeleted(runner: PostgresRunner, space: string): Promise<boolean> {
  const select = 'SELECT id FROM deleted_space WHERE id = $1';
  return (await firstRowOf(idRow, runner, select, space)) !== undefined;
}

/** Spaces, their devices and their tokens. */
export function createPostgresSpaces({ database, watchers, newId, now }: PostgresParts) {
  const { pool } = database;

  return {
    async capability(space: string, tokenHash: string): Promise<Result<SpaceCapability>> {
      const rows = await allRowsOf(tokenRow, pool, tokensOfSpace, space);
      if (rows.some(({ kind }) => kind === 'deleted')) {
        return refuse('gone', 'This space was deleted.');
      }
      const mine = rows.find((row) => isSameSecret(row.token_hash, tokenHash));
      if (mine?.kind === 'admin') return done({ kind: 'admin', space });
      if (mine?.kind === 'device') return done({ kind: 'device', space, device: mine.id });
      if (mine?.kind === 'invite') return done({ kind: 'invite', space, invite: mine.id });
      return refuse('unauthorized', 'This token opens nothing here.');
    },

    async create(request: CreateSpace): Promise<Result<{ state: SpaceState; isNew: boolean }>> {
      const { space, adminTokenHash, device, tokenHash } = request;
      return inTransaction(pool, async (runner) => {
        // Waits for whoever makes or deletes the same space just now, so what follows sees the end of it.
        const inserted = await runner.query(
          `INSERT INTO space (id, epoch, admin_hash, head, bytes) VALUES ($1, $2, $3, 0, 0)
           ON CONFLICT (id) DO NOTHING RETURNING id`,
          [space, newId(), adminTokenHash],
        );
        const isNew = inserted.rows.length > 0;
        if (isNew && (await isDeleted(runner, space))) {
          await runner.query('DELETE FROM space WHERE id = $1', [space]);
          return refuse('gone', 'This space was deleted.');
        }
        if (isNew) {
          await runner.query(
            'INSERT INTO device (space, id, token_hash, enrolled_at) VALUES ($1, $2, $3, $4)',
            [space, device, tokenHash, now().toISOString()],
          );
        }
        const made = await firstRowOf(
          madeRow,
          runner,
          `SELECT EXISTS (SELECT FROM deleted_space WHERE id = $1) AS is_deleted, space.epoch,
             space.admin_hash, space.head, device.token_hash
           FROM (SELECT $1 AS id) AS asked LEFT JOIN space ON space.id = asked.id
             LEFT JOIN device ON device.space = asked.id AND device.id = $2`,
          space,
          device,
        );
        if (made?.is_deleted === true) return refuse('gone', 'This space was deleted.');
        const { epoch, head } = made ?? {};
        const isSame =
          isSameSecret(made?.admin_hash ?? '', adminTokenHash) &&
          isSameSecret(made?.token_hash ?? '', tokenHash);
        if (epoch == null || head == null || !isSame) {
          return refuse('conflict', 'This space exists already, with other tokens.');
        }
        return done({ state: { epoch, head }, isNew });
      });
    },

    async delete({ space }: AdminCapability): Promise<Result<null>> {
      const isNowDeleted = await inSpace(pool, space, async (runner, row) => {
        if (row === undefined) return false;
        await runSlowly(
          runner,
          `WITH envelopes AS (DELETE FROM envelope WHERE space = $1),
             devices AS (DELETE FROM device WHERE space = $1),
             revoked AS (DELETE FROM revoked_device WHERE space = $1),
             invites AS (DELETE FROM invite WHERE space = $1),
             hours AS (DELETE FROM link_hour WHERE space = $1),
             reports AS (DELETE FROM kiosk_report WHERE space = $1),
             cards AS (UPDATE round SET card = '' WHERE space = $1),
             remembered AS (INSERT INTO deleted_space (id) VALUES ($1))
           DELETE FROM space WHERE id = $1`,
          space,
        );
        await tellEveryone(runner, space);
        return true;
      });
      if (!isNowDeleted) return refuse('gone', 'This space was deleted already.');
      watchers.spaceDeleted(space);
      return done(null);
    },

    async devices({ space }: AdminCapability): Promise<Result<DeviceList>> {
      if (await isDeleted(pool, space)) return refuse('gone', 'This space was deleted.');
      const list = `SELECT id AS device, enrolled_at AS "enrolledAt" FROM device
        WHERE space = $1 ORDER BY enrolled_at, id`;
      return done({ devices: await allRowsOf(deviceListRow, pool, list, space) });
    },

    async revoke({ space }: AdminCapability, device: string): Promise<Result<null>> {
      const isThere = await inSpace(pool, space, async (runner, row) => {
        if (row === undefined) return false;
        await runner.query('DELETE FROM device WHERE space = $1 AND id = $2', [space, device]);
        const remembered = await runner.query(
          `INSERT INTO revoked_device (space, id) VALUES ($1, $2)
           ON CONFLICT (space, id) DO NOTHING RETURNING id`,
          [space, device],
        );
        // It may hold any of the links. Who asks once more does not mean those that were made since.
        if (remembered.rows.length > 0) {
          await runner.query('DELETE FROM invite WHERE space = $1 AND used_by IS NULL', [space]);
        }
        await tellEveryone(runner, space);
        return true;
      });
      if (!isThere) return refuse('gone', 'This space was deleted.');
      watchers.deviceRevoked(space, device);
      return done(null);
    },

    /** Where the space's sequence stands for this device. */
    async state({ space, device }: DeviceCapability): Promise<Result<HeadEvent>> {
      const found = await firstRowOf(
        stateRow,
        pool,
        `SELECT EXISTS (SELECT FROM deleted_space WHERE id = $1) AS is_deleted,
           EXISTS (SELECT FROM device WHERE space = $1 AND id = $2) AS is_enrolled, epoch, head
         FROM (SELECT $1 AS id) AS asked LEFT JOIN space ON space.id = asked.id`,
        space,
        device,
      );
      const { is_deleted = false, is_enrolled = false, epoch, head } = found ?? {};
      const refusal = standingRefusal(is_deleted, is_enrolled);
      if (refusal !== null) return refusal;
      if (epoch == null || head == null) return refuse('gone', 'This space was deleted.');
      return done({ epoch, head });
    },
  };
}
