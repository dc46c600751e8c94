import * as v from 'valibot';
import { envelopeSchema, isSameEnvelope } from '#protocol/envelope.ts';
import { maxInviteDays } from '#protocol/limits.ts';
import type { EnrolDevice, Invitation, OpenInvite, SpaceState } from '#protocol/routes.ts';
import { addDays, dayOf } from './days.ts';
import { revokedRefusal } from './enrolment-rules.ts';
import { isTooLarge } from './envelope-rules.ts';
import type { AdminCapability, DeviceCapability, InviteCapability } from './mailbox.ts';
import { done, refuse, type Result } from './result.ts';
import { inTransaction } from './sqlite-database.ts';
import { firstRow, type SqliteLookups, type SqliteParts } from './sqlite-rows.ts';
import { deviceRefusal } from './sqlite-spaces.ts';
import { isSameSecret } from './tokens.ts';

const inviteRow = v.object({
  token_hash: v.string(),
  expires: v.string(),
  envelope: v.nullable(v.pipe(v.string(), v.parseJson(), envelopeSchema)),
  used_by: v.nullable(v.string()),
});
const countRow = v.object({ count: v.number() });

/** Invites and the devices that they enrol. */
export function createSqliteInvites(parts: SqliteParts, lookups: SqliteLookups) {
  const { database, limits, now } = parts;
  const selectInvite = database.prepare(
    'SELECT token_hash, expires, envelope, used_by FROM invite WHERE space = ? AND id = ?',
  );
  const insertInvite = database.prepare(
    'INSERT INTO invite (space, id, token_hash, expires, opened_by, envelope) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const deleteOld = database.prepare('DELETE FROM invite WHERE space = ? AND expires < ?');
  const countOpen = database.prepare(
    'SELECT count(*) AS count FROM invite WHERE space = ? AND used_by IS NULL AND expires >= ?',
  );
  const useUp = database.prepare(
    'UPDATE invite SET envelope = NULL, used_by = ? WHERE space = ? AND id = ?',
  );
  const countDevices = database.prepare('SELECT count(*) AS count FROM device WHERE space = ?');
  const insertDevice = database.prepare(
    'INSERT INTO device (space, id, token_hash, enrolled_at) VALUES (?, ?, ?, ?)',
  );
  const find = (space: string, invite: string) => firstRow(inviteRow, selectInvite, space, invite);

  function enrol(space: string, request: EnrolDevice): Result<SpaceState> {
    const found = lookups.space(space);
    if (found === undefined) return refuse('gone', 'This space was deleted.');
    const state = { epoch: found.epoch, head: found.head };
    const known = lookups.device(space, request.device);
    if (known !== undefined) {
      return isSameSecret(known.token_hash, request.tokenHash)
        ? done(state)
        : refuse('conflict', 'This device is enrolled already, with another token.');
    }
    const enrolled = firstRow(countRow, countDevices, space)?.count ?? 0;
    if (enrolled >= limits.maxDevicesPerSpace) {
      return refuse('full', 'This space has as many devices as it may have. Revoke one first.');
    }
    insertDevice.run(space, request.device, request.tokenHash, now().toISOString());
    return done(state);
  }

  return {
    open(by: DeviceCapability, invite: string, request: OpenInvite): Result<null> {
      const { tokenHash, expires, envelope } = request;
      if (envelope.kind !== 'invite' || envelope.key !== invite || envelope.round !== null) {
        return refuse('badRequest', 'envelope: must be an invite under the id of this invite.');
      }
      if (isTooLarge(envelope)) return refuse('tooLarge', 'envelope: is longer than it may be.');
      return inTransaction(database, () => {
        const refusal = deviceRefusal(lookups, by);
        if (refusal !== null) return refusal;
        const known = find(by.space, invite);
        if (known !== undefined) {
          const isSame =
            isSameSecret(known.token_hash, tokenHash) &&
            known.expires === expires &&
            (known.envelope === null || isSameEnvelope(known.envelope, envelope));
          return isSame ? done(null) : refuse('conflict', 'This invite exists already.');
        }
        const today = dayOf(now());
        // One day more than the limit, since the day may be younger where the device is.
        if (expires < today || expires > addDays(today, maxInviteDays + 1)) {
          return refuse('badRequest', `expires: must lie within ${maxInviteDays} days from today.`);
        }
        const open = firstRow(countRow, countOpen, by.space, today)?.count ?? 0;
        if (open >= limits.maxOpenInvitesPerSpace) {
          return refuse('full', 'This space has as many open invites as it may have.');
        }
        // Old ones are kept for a while, so that who comes late is told so.
        deleteOld.run(by.space, addDays(today, -maxInviteDays));
        const text = JSON.stringify(envelope);
        insertInvite.run(by.space, invite, tokenHash, expires, by.device, text);
        return done(null);
      });
    },

    read(by: InviteCapability): Result<Invitation> {
      const invite = find(by.space, by.invite);
      if (invite === undefined) return refuse('unauthorized', 'This invite was withdrawn.');
      if (invite.envelope === null) return refuse('gone', 'This invite has been used.');
      if (invite.expires < dayOf(now())) return refuse('gone', 'This invite has expired.');
      return done({ envelope: invite.envelope });
    },

    enrol(by: InviteCapability | AdminCapability, request: EnrolDevice): Result<SpaceState> {
      return inTransaction(database, () => {
        const isRevoked = lookups.isRevoked(by.space, request.device);
        if (by.kind === 'admin') return isRevoked ? revokedRefusal : enrol(by.space, request);
        const invite = find(by.space, by.invite);
        if (invite === undefined) return refuse('unauthorized', 'This invite was withdrawn.');
        if (isRevoked) return revokedRefusal;
        if (invite.used_by !== null) {
          const isEnrolled = lookups.device(by.space, request.device) !== undefined;
          return invite.used_by === request.device && isEnrolled
            ? enrol(by.space, request)
            : refuse('gone', 'This invite has been used.');
        }
        if (invite.expires < dayOf(now())) return refuse('gone', 'This invite has expired.');
        const result = enrol(by.space, request);
        if (result.ok) useUp.run(request.device, by.space, by.invite);
        return result;
      });
    },
  };
}
