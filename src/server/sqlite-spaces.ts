import * as v from 'valibot';
import type { CreateSpace, DeviceList, SpaceState } from '#protocol/routes.ts';
import type { AdminCapability, DeviceCapability, SpaceCapability } from './mailbox.ts';
import { done, refuse, type Refusal, type Result } from './result.ts';
import { inTransaction } from './sqlite-database.ts';
import { allRows, type SqliteLookups, type SqliteParts } from './sqlite-rows.ts';
import { isSameSecret } from './tokens.ts';

const deviceListRow = v.object({ device: v.string(), enrolledAt: v.string() });

/** Refuses what comes from a device that was revoked, or for a space that was deleted, since its token was read. */
export function deviceRefusal(lookups: SqliteLookups, by: DeviceCapability): Refusal | null {
  if (lookups.isDeleted(by.space)) return refuse('gone', 'This space was deleted.');
  if (lookups.device(by.space, by.device) !== undefined) return null;
  return refuse('unauthorized', 'This device was revoked.');
}

/** Spaces, their devices and their tokens. */
export function createSqliteSpaces(parts: SqliteParts, lookups: SqliteLookups) {
  const { database, watchers, newId, now } = parts;
  const insertSpace = database.prepare(
    'INSERT INTO space (id, epoch, admin_hash, head, bytes) VALUES (?, ?, ?, 0, 0)',
  );
  const insertDevice = database.prepare(
    'INSERT INTO device (space, id, token_hash, enrolled_at) VALUES (?, ?, ?, ?)',
  );
  const deleteSpaceRow = database.prepare('DELETE FROM space WHERE id = ?');
  const rememberSpace = database.prepare('INSERT INTO deleted_space (id) VALUES (?)');
  const emptyCards = database.prepare("UPDATE round SET card = '' WHERE space = ?");
  const listDeviceRows = database.prepare(
    'SELECT id AS device, enrolled_at AS enrolledAt FROM device WHERE space = ? ORDER BY enrolled_at, id',
  );
  const deleteDevice = database.prepare('DELETE FROM device WHERE space = ? AND id = ?');
  const rememberDevice = database.prepare(
    'INSERT INTO revoked_device (space, id) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const deleteUnusedInvites = database.prepare(
    'DELETE FROM invite WHERE space = ? AND used_by IS NULL',
  );

  return {
    capability(space: string, tokenHash: string): Result<SpaceCapability> {
      if (lookups.isDeleted(space)) return refuse('gone', 'This space was deleted.');
      const found = lookups.space(space);
      if (found !== undefined) {
        const isMine = (row: { token_hash: string }) => isSameSecret(row.token_hash, tokenHash);
        const device = lookups.devices(space).find(isMine);
        const invite = lookups.invites(space).find(isMine);
        if (isSameSecret(found.admin_hash, tokenHash)) return done({ kind: 'admin', space });
        if (device !== undefined) return done({ kind: 'device', space, device: device.id });
        if (invite !== undefined) return done({ kind: 'invite', space, invite: invite.id });
      }
      return refuse('unauthorized', 'This token opens nothing here.');
    },

    create(request: CreateSpace): Result<{ state: SpaceState; isNew: boolean }> {
      const { space, adminTokenHash, device, tokenHash } = request;
      return inTransaction(database, () => {
        if (lookups.isDeleted(space)) return refuse('gone', 'This space was deleted.');
        const found = lookups.space(space);
        if (found === undefined) {
          const epoch = newId();
          insertSpace.run(space, epoch, adminTokenHash);
          insertDevice.run(space, device, tokenHash, now().toISOString());
          return done({ state: { epoch, head: 0 }, isNew: true });
        }
        const known = lookups.device(space, device);
        const isSame =
          isSameSecret(found.admin_hash, adminTokenHash) &&
          known !== undefined &&
          isSameSecret(known.token_hash, tokenHash);
        if (!isSame) return refuse('conflict', 'This space exists already, with other tokens.');
        return done({ state: { epoch: found.epoch, head: found.head }, isNew: false });
      });
    },

    delete(by: AdminCapability): Result<null> {
      const isDeleted = inTransaction(database, () => {
        if (lookups.isDeleted(by.space)) return false;
        emptyCards.run(by.space);
        deleteSpaceRow.run(by.space);
        rememberSpace.run(by.space);
        return true;
      });
      if (!isDeleted) return refuse('gone', 'This space was deleted already.');
      watchers.spaceDeleted(by.space);
      return done(null);
    },

    devices(by: AdminCapability): Result<DeviceList> {
      if (lookups.isDeleted(by.space)) return refuse('gone', 'This space was deleted.');
      return done({ devices: allRows(deviceListRow, listDeviceRows, by.space) });
    },

    revoke(by: AdminCapability, device: string): Result<null> {
      if (lookups.isDeleted(by.space)) return refuse('gone', 'This space was deleted.');
      inTransaction(database, () => {
        deleteDevice.run(by.space, device);
        const isNew = rememberDevice.run(by.space, device).changes > 0;
        // It may hold any of the links. Who asks once more does not mean those that were made since.
        if (isNew) deleteUnusedInvites.run(by.space);
      });
      watchers.deviceRevoked(by.space, device);
      return done(null);
    },
  };
}
