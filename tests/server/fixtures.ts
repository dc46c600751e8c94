import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Envelope } from '#protocol/envelope.ts';
import type { CreateSpace, RegisterRound } from '#protocol/routes.ts';
import type {
  AdminCapability,
  DeviceCapability,
  LinkCapability,
  Mailbox,
} from '#server/mailbox.ts';
import type { Result } from '#server/result.ts';
import { openSqliteDatabase } from '#server/sqlite-database.ts';
import { createSqliteMailbox, type SqliteMailboxDeps } from '#server/sqlite-mailbox.ts';
import { hashToken } from '#server/tokens.ts';

export const newId = () => randomBytes(16).toString('base64url');
export const newToken = () => randomBytes(32).toString('base64url');

/** A folder of the test's own, removed when it ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'spegla-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A SQLite mailbox in a file of the test's own, closed when it ends. */
export function setupSqliteMailbox(
  deps: Omit<SqliteMailboxDeps, 'database'> = {},
  file = join(temporaryFolder(), 'mailbox.sqlite'),
): Mailbox {
  const opened = openSqliteDatabase(file);
  if (!opened.ok) throw new Error(opened.reason);
  const mailbox = createSqliteMailbox({ ...deps, database: opened.database });
  onTestFinished(() => mailbox.close());
  return mailbox;
}

/** An envelope with random ids; what it seals is noise of about `bytes` characters. */
export function envelopeOf(fields: Partial<Envelope> = {}, bytes = 40): Envelope {
  const sealed = randomBytes(Math.ceil((bytes * 3) / 4)).toString('base64url');
  return { v: 1, id: newId(), kind: 'edit', key: newId(), round: null, sealed, ...fields };
}

export const answerOf = (round: string, fields: Partial<Envelope> = {}) =>
  envelopeOf({ kind: 'answer', round, ...fields });

export const purgeOf = (round: string) => envelopeOf({ kind: 'purge', round });

/** The value of what must have worked. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code}: ${result.message}`);
  return result.value;
}

/** The code of what must have been refused. */
export function codeOf(result: Result<unknown>): string {
  if (result.ok) throw new Error('was not refused');
  return result.code;
}

export interface Space {
  readonly space: string;
  readonly device: string;
  readonly adminToken: string;
  readonly deviceToken: string;
  readonly request: CreateSpace;
  readonly byAdmin: AdminCapability;
  readonly byDevice: DeviceCapability;
}

/** What a centre makes up on its first device before it meets the mailbox. */
export function newSpace(): Space {
  const space = newId();
  const device = newId();
  const adminToken = newToken();
  const deviceToken = newToken();
  return {
    space,
    device,
    adminToken,
    deviceToken,
    request: {
      space,
      adminTokenHash: hashToken(adminToken),
      device,
      tokenHash: hashToken(deviceToken),
    },
    byAdmin: { kind: 'admin', space },
    byDevice: { kind: 'device', space, device },
  };
}

export interface Round {
  readonly round: string;
  readonly answerToken: string;
  readonly kioskToken: string;
  readonly request: RegisterRound;
  readonly byAnswer: LinkCapability;
  readonly byKiosk: LinkCapability;
}

/** A round as a coordinator's device makes it. */
export function newRound(space: string, fields: Partial<RegisterRound> = {}): Round {
  const round = newId();
  const answerToken = newToken();
  const kioskToken = newToken();
  return {
    round,
    answerToken,
    kioskToken,
    request: {
      answerTokenHash: hashToken(answerToken),
      kioskTokenHash: hashToken(kioskToken),
      opens: '2026-03-01',
      closes: '2026-04-01',
      answerQuota: 5_000,
      kioskQuota: 20_000,
      card: randomBytes(300).toString('base64url'),
      ...fields,
    },
    byAnswer: { kind: 'answer', space, round },
    byKiosk: { kind: 'kiosk', space, round },
  };
}

/** An invite as a team device makes it. */
export function newInvite(expires: string) {
  const invite = newId();
  const token = newToken();
  const envelope = envelopeOf({ kind: 'invite', key: invite });
  return { invite, token, request: { tokenHash: hashToken(token), expires, envelope } };
}
