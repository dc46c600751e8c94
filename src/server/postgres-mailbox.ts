import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createHeadWatchers } from './head-watchers.ts';
import { defaultMailboxLimits, type Mailbox, type MailboxLimits } from './mailbox.ts';
import type { PostgresDatabase } from './postgres-database.ts';
import { createPostgresEnvelopes } from './postgres-envelopes.ts';
import { createPostgresInvites } from './postgres-invites.ts';
import { createPostgresPushes } from './postgres-pushes.ts';
import { createPostgresReports } from './postgres-reports.ts';
import { createPostgresRounds } from './postgres-rounds.ts';
import type { PostgresParts } from './postgres-rows.ts';
import { createPostgresSpaces } from './postgres-spaces.ts';
import { createPostgresVacuum } from './postgres-vacuum.ts';
import { createPostgresWatching } from './postgres-watching.ts';

/** How long closing waits for what is still under way. */
const patienceMs = 5_000;

export interface PostgresMailboxDeps {
  /** From `openPostgresDatabase`; the mailbox closes it. */
  readonly database: PostgresDatabase;
  /** Where what goes wrong in the background is said, a line at a time. */
  readonly report?: (line: string) => void;
  readonly now?: () => Date;
  readonly newId?: () => string;
  readonly below?: (limit: number) => number;
  readonly limits?: Partial<MailboxLimits>;
}

/**
 * A mailbox in a PostgreSQL database, which any number of processes may share: each serves every space, and the
 * watchers of each hear what any of them has stored. While the database is away every method rejects.
 */
export function createPostgresMailbox(deps: PostgresMailboxDeps): Mailbox {
  const { database } = deps;
  const watchers = createHeadWatchers();
  const parts: PostgresParts = {
    database,
    watchers,
    limits: { ...defaultMailboxLimits, ...deps.limits },
    now: deps.now ?? (() => new Date()),
    newId: deps.newId ?? (() => randomBytes(16).toString('base64url')),
    below: deps.below ?? ((limit) => randomInt(limit)),
    report: deps.report ?? (() => undefined),
  };
  const spaces = createPostgresSpaces(parts);
  const invites = createPostgresInvites(parts);
  const rounds = createPostgresRounds(parts);
  const reports = createPostgresReports(parts);
  const pushes = createPostgresPushes(parts);
  const envelopes = createPostgresEnvelopes(parts);
  const vacuum = createPostgresVacuum(parts);
  const watching = createPostgresWatching(parts, (by) => spaces.state(by));
  let closed: Promise<void> | null = null;

  async function close(): Promise<void> {
    watchers.close();
    await Promise.all([watching.close(), vacuum.close()]);
    // A database that does not answer any more is no reason to stay.
    await Promise.race([database.pool.end(), pause(patienceMs, null, { ref: false })]);
  }

  return {
    spaceCapability: (space, tokenHash) => spaces.capability(space, tokenHash),
    linkCapability: (round, tokenHash) => rounds.capability(round, tokenHash),
    createSpace: (request) => spaces.create(request),
    async deleteSpace(by) {
      const result = await spaces.delete(by);
      if (result.ok) vacuum.begin();
      return result;
    },
    openInvite: (by, invite, request) => invites.open(by, invite, request),
    readInvite: (by) => invites.read(by),
    enrolDevice: (by, request) => invites.enrol(by, request),
    listDevices: (by) => spaces.devices(by),
    revokeDevice: (by, device) => spaces.revoke(by, device),
    registerRound: (by, round, request) => rounds.register(by, round, request),
    roundCard: (by) => rounds.card(by),
    roundVoice: (by, voice) => rounds.voice(by, voice),
    reportKiosk: (by, report) => reports.report(by, report),
    listKioskReports: (by) => reports.list(by),
    async purgeRound(by, envelope) {
      const result = await envelopes.purge(by, envelope);
      if (result.ok) vacuum.begin();
      return result;
    },
    pushEnvelopes: (by, batch) => pushes.push(by, batch),
    pull: (by, page) => envelopes.pull(by, page),
    watchHead: (by, onChange) => watching.watch(by, onChange),
    close: () => (closed ??= close()),
  };
}
