import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import * as v from 'valibot';
import { envelopeKinds, type Envelope } from '#protocol/envelope.ts';
import { envelopeCrc } from './envelope-crc.ts';
import type { HeadWatchers } from './head-watchers.ts';
import type { MailboxLimits } from './mailbox.ts';

/** What the parts of the SQLite mailbox share. */
export interface SqliteParts {
  readonly database: DatabaseSync;
  readonly watchers: HeadWatchers;
  readonly limits: MailboxLimits;
  readonly now: () => Date;
  /** A new random id: 16 bytes, base64url. */
  readonly newId: () => string;
  /** A random whole number from 0 to limit − 1. */
  readonly below: (limit: number) => number;
  /** When waiting pushes are committed: group-commit.ts. */
  readonly schedule: (flush: () => void) => void;
  /** Hears what goes wrong with what is stored, as a sentence without ids. */
  readonly report: (line: string) => void;
}

/** The first row, read by its schema; undefined where there is none. */
export function firstRow<S extends v.GenericSchema>(
  schema: S,
  statement: StatementSync,
  ...values: SQLInputValue[]
): v.InferOutput<S> | undefined {
  const row = statement.get(...values);
  return row === undefined ? undefined : v.parse(schema, row);
}

/** Every row, read by its schema. */
export function allRows<S extends v.GenericSchema>(
  schema: S,
  statement: StatementSync,
  ...values: SQLInputValue[]
): v.InferOutput<S>[] {
  return statement.all(...values).map((row) => v.parse(schema, row));
}

const spaceRow = v.object({
  epoch: v.string(),
  admin_hash: v.string(),
  head: v.number(),
  bytes: v.number(),
});
const hashRow = v.object({ id: v.string(), token_hash: v.string() });
const envelopeRow = v.object({
  seq: v.number(),
  crc: v.number(),
  id: v.string(),
  kind: v.picklist(envelopeKinds),
  key: v.string(),
  round: v.nullable(v.string()),
  sealed: v.string(),
});
const idRow = v.object({ id: v.string() });

/** What `parseEnvelopeRow` reads. */
export const envelopeColumns = 'seq, id, kind, key, round, sealed, crc';

/** A stored envelope with its place in the space's sequence; null when the disk gave back something else. */
export function parseEnvelopeRow(
  space: string,
  row: unknown,
): { seq: number; envelope: Envelope } | null {
  const parsed = v.safeParse(envelopeRow, row);
  if (!parsed.success) return null;
  const { seq, id, kind, key, round, sealed, crc } = parsed.output;
  const envelope: Envelope = { v: 1, id, kind, key, round, sealed };
  return envelopeCrc(space, seq, envelope) === crc ? { seq, envelope } : null;
}

export type SqliteLookups = ReturnType<typeof createSqliteLookups>;

/** The look-ups that more than one part needs. */
export function createSqliteLookups(database: DatabaseSync) {
  const space = database.prepare('SELECT epoch, admin_hash, head, bytes FROM space WHERE id = ?');
  const deletedSpace = database.prepare('SELECT id FROM deleted_space WHERE id = ?');
  const device = database.prepare('SELECT id, token_hash FROM device WHERE space = ? AND id = ?');
  const revoked = database.prepare('SELECT id FROM revoked_device WHERE space = ? AND id = ?');
  const devices = database.prepare('SELECT id, token_hash FROM device WHERE space = ?');
  const invites = database.prepare('SELECT id, token_hash FROM invite WHERE space = ?');
  const purged = database.prepare('SELECT id FROM purged_round WHERE space = ? AND id = ?');
  const envelope = database.prepare(
    `SELECT ${envelopeColumns} FROM envelope WHERE space = ? AND id = ?`,
  );
  return {
    space: (id: string) => firstRow(spaceRow, space, id),
    isDeleted: (id: string) => firstRow(idRow, deletedSpace, id) !== undefined,
    device: (spaceId: string, id: string) => firstRow(hashRow, device, spaceId, id),
    devices: (spaceId: string) => allRows(hashRow, devices, spaceId),
    invites: (spaceId: string) => allRows(hashRow, invites, spaceId),
    isRevoked: (spaceId: string, id: string) => firstRow(idRow, revoked, spaceId, id) !== undefined,
    isPurged: (spaceId: string, round: string) =>
      firstRow(idRow, purged, spaceId, round) !== undefined,
    /** A damaged one counts as none, so that whoever has it may give it again. */
    envelope(spaceId: string, id: string): Envelope | undefined {
      return parseEnvelopeRow(spaceId, envelope.get(spaceId, id))?.envelope;
    },
  };
}
