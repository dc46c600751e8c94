import * as v from 'valibot';
import { envelopeSchema, isSameEnvelope } from '#protocol/envelope.ts';
import { maxInviteDays } from '#protocol/limits.ts';
import type { EnrolDevice, Invitation, OpenInvite, SpaceState } from '#protocol/routes.ts';
import { addDays, dayOf } from './days.ts';
import { revokedRefusal } from './enrolment-rules.ts';
import { isTooLarge } from './envelope-rules.ts';
import type { AdminCapability, DeviceCapability, InviteCapability } from './mailbox.ts';
import { countRow, firstRowOf, type PostgresParts, type PostgresRunner } from './postgres-rows.ts';
import { deviceRefusal, inSpace, type SpaceRow } from './postgres-transactions.ts';
import { done, refuse, type Result } from './result.ts';
import { isSameSecret } from './tokens.ts';

const inviteRow = v.object({
  token_hash: v.string(),
  expires: v.string(),
  envelope: v.nullable(v.pipe(v.string(), v.parseJson(), envelopeSchema)),
  used_by: v.nullable(v.string()),
});
const hashRow = v.object({ token_hash: v.string() });
const idRow = v.object({ id: v.string() });

function find(runner: PostgresRunner, space: string, invite: string) {
  const select =
    'SELECT token_hash, expires, envelope, used_by FROM invite WHERE space = $1 AND id = $2';
  return firstRowOf(inviteRow, runner, select, space, invite);
}

function findDevice(runner: PostgresRunner, space: string, device: string) {
  const select = 'SELECT token_hash FROM device WHERE space = $1 AND id = $2';
  return firstRowOf(hashRow, runner, select, space, device);
}

async function isRevoked(runner: PostgresRunner, space: string, device: string): Promise<boolean> {
  const select = 'SELECT id FROM revoked_device WHERE space = $1 AND id = $2';
  return (await firstRowOf(idRow, runner, select, space, device)) !== undefined;
}

/** Invites and the devices that they enrol. */
export function createPostgresInvites({ database, limits, now }: PostgresParts) {
  const { pool } = database;

  async function enrol(
    runner: PostgresRunner,
    space: string,
    row: SpaceRow | undefined,
    request: EnrolDevice,
  ): Promise<Result<SpaceState>> {
    if (row === undefined) return refuse('gone', 'This space was deleted.');
    const state = { epoch: row.epoch, head: row.head };
    const known = await findDevice(runner, space, request.device);
    if (known !== undefined) {
      return isSameSecret(known.token_hash, request.tokenHash)
        ? done(state)
        : refuse('conflict', 'This device is enrolled already, with another token.');
    }
    const counted = 'SELECT count(*) AS count FROM device WHERE space = $1';
    const enrolled = (await firstRowOf(countRow, runner, counted, space))?.count ?? 0;
    if (enrolled >= limits.maxDevicesPerSpace) {
      return refuse('full', 'This space has as many devices as it may have. Revoke one first.');
    }
    await runner.query(
      'INSERT INTO device (space, id, token_hash, enrolled_at) VALUES ($1, $2, $3, $4)',
      [space, request.device, request.tokenHash, now().toISOString()],
    );
    return done(state);
  }

  return {
    async open(by: DeviceCapability, invite: string, request: OpenInvite): Promise<Result<null>> {
      const { tokenHash, expires, envelope } = request;
      if (envelope.kind !== 'invite' || envelope.key !== invite || envelope.round !== null) {
        return refuse('badRequest', 'envelope: must be an invite under the id of this invite.');
      }
      if (isTooLarge(envelope)) return refuse('tooLarge', 'envelope: is longer than it may be.');
      return inSpace(pool, by.space, async (runner) => {
        const refusal = await deviceRefusal(runner, by);
        if (refusal !== null) return refusal;
        const known = await find(runner, by.space, invite);
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
        const counted = `SELECT count(*) AS count FROM invite
          WHERE space = $1 AND used_by IS NULL AND expires >= $2`;
        const open = (await firstRowOf(countRow, runner, counted, by.space, today))?.count ?? 0;
        if (open >= limits.maxOpenInvitesPerSpace) {
          return refuse('full', 'This space has as many open invites as it may have.');
        }
        // Old ones are kept for a while, so that who comes late is told so.
        const longAgo = addDays(today, -maxInviteDays);
        await runner.query('DELETE FROM invite WHERE space = $1 AND expires < $2', [
          by.space,
          longAgo,
        ]);
        await runner.query(
          `INSERT INTO invite (space, id, token_hash, expires, opened_by, envelope)
           VALUES ($1, $2, $3, $4, $5, $6)`,
          [by.space, invite, tokenHash, expires, by.device, JSON.stringify(envelope)],
        );
        return done(null);
      });
    },

    async read(by: InviteCapability): Promise<Result<Invitation>> {
      const invite = await find(pool, by.space, by.invite);
      if (invite === undefined) return refuse('unauthorized', 'This invite was withdrawn.');
      if (invite.envelope === null) return refuse('gone', 'This invite has been used.');
      if (invite.expires < dayOf(now())) return refuse('gone', 'This invite has expired.');
      return done({ envelope: invite.envelope });
    },

    async enrol(
      by: InviteCapability | AdminCapability,
      request: EnrolDevice,
    ): Promise<Result<SpaceState>> {
      return inSpace(pool, by.space, async (runner, row) => {
        const isOut = await isRevoked(runner, by.space, request.device);
        if (by.kind === 'admin') {
          return isOut ? revokedRefusal : enrol(runner, by.space, row, request);
        }
        const invite = await find(runner, by.space, by.invite);
        if (invite === undefined) return refuse('unauthorized', 'This invite was withdrawn.');
        if (isOut) return revokedRefusal;
        if (invite.used_by !== null) {
          const known = await findDevice(runner, by.space, request.device);
          return invite.used_by === request.device && known !== undefined
            ? enrol(runner, by.space, row, request)
            : refuse('gone', 'This invite has been used.');
        }
        if (invite.expires < dayOf(now())) return refuse('gone', 'This invite has expired.');
        const result = await enrol(runner, by.space, row, request);
        if (result.ok) {
          await runner.query(
            'UPDATE invite SET envelope = NULL, used_by = $3 WHERE space = $1 AND id = $2',
            [by.space, by.invite, request.device],
          );
        }
        return result;
      });
    },
  };
}
