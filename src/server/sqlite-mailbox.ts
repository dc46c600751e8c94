import { randomBytes, randomInt } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { createHeadWatchers } from './head-watchers.ts';
import { defaultMailboxLimits, type Mailbox, type MailboxLimits } from './mailbox.ts';
import { done } from './result.ts';
import { createSqliteEnvelopes } from './sqlite-envelopes.ts';
import { createSqliteInvites } from './sqlite-invites.ts';
import { createSqliteLinkHours } from './sqlite-link-hours.ts';
import { createLogEmptier } from './sqlite-log.ts';
import { createSqlitePulls } from './sqlite-pulls.ts';
import { createSqliteReports } from './sqlite-reports.ts';
import { createSqliteRounds } from './sqlite-rounds.ts';
import { createSqliteLookups, type SqliteParts } from './sqlite-rows.ts';
import { createSqliteSpaces } from './sqlite-spaces.ts';

export interface SqliteMailboxDeps {
  /** From `openSqliteDatabase`; the mailbox closes it. */
  readonly database: DatabaseSync;
  readonly now?: () => Date;
  readonly newId?: () => string;
  readonly below?: (limit: number) => number;
  readonly schedule?: (flush: () => void) => void;
  readonly report?: (line: string) => void;
  readonly limits?: Partial<MailboxLimits>;
}

/**
 * A mailbox in one SQLite file. Its work is synchronous: while one method runs no other does, and one process
 * owns the file (heads are told within the process only).
 */
export function createSqliteMailbox(deps: SqliteMailboxDeps): Mailbox {
  const { database } = deps;
  const watchers = createHeadWatchers();
  const parts: SqliteParts = {
    database,
    watchers,
    limits: { ...defaultMailboxLimits, ...deps.limits },
    now: deps.now ?? (() => new Date()),
    newId: deps.newId ?? (() => randomBytes(16).toString('base64url')),
    below: deps.below ?? ((limit) => randomInt(limit)),
    schedule: deps.schedule ?? setImmediate,
    report: deps.report ?? (() => {}),
  };
  const lookups = createSqliteLookups(database);
  const spaces = createSqliteSpaces(parts, lookups);
  const invites = createSqliteInvites(parts, lookups);
  const hours = createSqliteLinkHours(parts);
  const reports = createSqliteReports(parts, lookups);
  const rounds = createSqliteRounds(parts, lookups, hours);
  const envelopes = createSqliteEnvelopes(parts, lookups, { rounds, hours, reports });

  const pulls = createSqlitePulls(parts, lookups);
  const log = createLogEmptier(parts);
  log.empty(); // The last process may have been killed before it could.

  return {
    spaceCapability: async (space, tokenHash) => spaces.capability(space, tokenHash),
    linkCapability: async (round, tokenHash) => rounds.capability(round, tokenHash),
    createSpace: async (request) => spaces.create(request),
    async deleteSpace(by) {
      const result = spaces.delete(by);
      if (result.ok) log.empty();
      return result;
    },
    openInvite: async (by, invite, request) => invites.open(by, invite, request),
    readInvite: async (by) => invites.read(by),
    enrolDevice: async (by, request) => invites.enrol(by, request),
    listDevices: async (by) => spaces.devices(by),
    revokeDevice: async (by, device) => spaces.revoke(by, device),
    registerRound: async (by, round, request) => rounds.register(by, round, request),
    roundCard: async (by) => rounds.card(by),
    roundVoice: async (by, voice) => rounds.voice(by, voice),
    reportKiosk: async (by, report) => reports.report(by, report),
    listKioskReports: async (by) => reports.list(by),
    async purgeRound(by, envelope) {
      const result = envelopes.purge(by, envelope);
      if (result.ok) log.empty();
      return result;
    },
    pushEnvelopes: (by, batch) => envelopes.push(by, batch),
    async pull(by, page) {
      envelopes.flush(); // A reader sees what was offered before it asked.
      return pulls.pull(by, page);
    },
    async watchHead(by, onChange) {
      const state = envelopes.state(by);
      if (!state.ok) return state;
      const stop = watchers.add(by, onChange);
      onChange({ type: 'head', ...state.value });
      return done(stop);
    },
    async close() {
      if (database.isOpen) envelopes.flush();
      log.stop(); // Closing empties it too, where nobody else has the file open.
      watchers.close();
      if (database.isOpen) database.close();
    },
  };
}
