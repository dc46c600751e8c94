import * as v from 'valibot';
import { isSameEnvelope, type Envelope } from '#protocol/envelope.ts';
import type { EnvelopeOutcome } from '#protocol/errors.ts';
import type { HeadEvent, PushReply } from '#protocol/routes.ts';
import { dayOf } from './days.ts';
import { envelopeCrc } from './envelope-crc.ts';
import { createGroupCommit } from './group-commit.ts';
import {
  arrangeBatch,
  envelopeBytes,
  isClosedForGood,
  isTooLarge,
  judgeEnvelope,
} from './envelope-rules.ts';
import type { AdminCapability, DeviceCapability, LinkCapability } from './mailbox.ts';
import { done, refuse, type Result } from './result.ts';
import { inTransaction } from './sqlite-database.ts';
import type { SqliteLinkHours } from './sqlite-link-hours.ts';
import type { SqliteReports } from './sqlite-reports.ts';
import { firstRow, type SqliteLookups, type SqliteParts } from './sqlite-rows.ts';
import type { SqliteRounds } from './sqlite-rounds.ts';
import { deviceRefusal } from './sqlite-spaces.ts';

const bytesRow = v.object({ bytes: v.number() });

interface RoundParts {
  readonly rounds: SqliteRounds;
  readonly hours: SqliteLinkHours;
  readonly reports: SqliteReports;
}

/** Envelopes: taken in, handed out, purged. */
export function createSqliteEnvelopes(
  parts: SqliteParts,
  lookups: SqliteLookups,
  { rounds, hours, reports }: RoundParts,
) {
  const { database, limits, watchers, now, below } = parts;
  const movedSpaces = new Set<string>();
  const commits = createGroupCommit({
    database,
    schedule: parts.schedule,
    afterCommit() {
      try {
        for (const space of movedSpaces) tellHead(space);
      } finally {
        movedSpaces.clear();
      }
    },
    onUntold: () =>
      parts.report('Envelopes were stored, but devices that listen could not be told of it.'),
  });
  const insertEnvelope = database.prepare(
    `INSERT INTO envelope (space, seq, id, kind, key, round, sealed, bytes, crc)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     -- What was judged new, with an id that stands already, takes the place of a damaged row.
     ON CONFLICT (space, id) DO UPDATE SET seq = excluded.seq, kind = excluded.kind,
       key = excluded.key, round = excluded.round, sealed = excluded.sealed,
       bytes = excluded.bytes, crc = excluded.crc`,
  );
  const selectBytes = database.prepare('SELECT bytes FROM envelope WHERE space = ? AND id = ?');
  const advanceSpace = database.prepare(
    'UPDATE space SET head = head + ?, bytes = bytes + ? WHERE id = ?',
  );
  const inRound = "space = ? AND round = ? AND kind <> 'purge'";
  const sumRound = database.prepare(
    `SELECT coalesce(sum(bytes), 0) AS bytes FROM envelope WHERE ${inRound}`,
  );
  const deleteRound = database.prepare(`DELETE FROM envelope WHERE ${inRound}`);
  const rememberRound = database.prepare(
    'INSERT INTO purged_round (space, id) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const emptyCard = database.prepare("UPDATE round SET card = '' WHERE id = ? AND space = ?");

  /** Gives the envelopes the next places of the sequence. Within the caller's transaction. */
  function append(space: string, head: number, envelopes: readonly Envelope[]): void {
    let total = 0;
    for (const [index, envelope] of envelopes.entries()) {
      const { id, kind, key, round, sealed } = envelope;
      const bytes = envelopeBytes(envelope);
      const seq = head + 1 + index;
      const crc = envelopeCrc(space, seq, envelope);
      // A damaged row whose place this one takes was counted already.
      const replaced = firstRow(bytesRow, selectBytes, space, id)?.bytes ?? 0;
      insertEnvelope.run(space, seq, id, kind, key, round, sealed, bytes, crc);
      total += bytes - replaced;
    }
    advanceSpace.run(envelopes.length, total, space);
  }

  function tellHead(space: string): void {
    const state = lookups.space(space);
    if (state !== undefined) watchers.headMoved(space, { epoch: state.epoch, head: state.head });
  }

  /** Judges the envelopes one after another, each knowing what was accepted before it in the same batch. */
  function judgeBatch(
    by: DeviceCapability | LinkCapability,
    envelopes: readonly Envelope[],
    spaceBytes: number | undefined,
  ): { results: PushReply['results']; accepted: Map<string, Envelope> } {
    const allowance = by.kind === 'device' ? null : rounds.allowance(by);
    const isRoundClosed = allowance !== null && isClosedForGood(allowance.closes, dayOf(now()));
    const accepted = new Map<string, Envelope>();
    const purged = new Map<string, boolean>();
    const isPurged = (round: string) => {
      const found = purged.get(round) ?? lookups.isPurged(by.space, round);
      purged.set(round, found);
      return found;
    };
    let spaceBytesLeft = limits.maxSpaceBytes - (spaceBytes ?? 0);
    const results = envelopes.map((envelope): { id: string; outcome: EnvelopeOutcome } => {
      const { id, round } = envelope;
      const outcome = judgeEnvelope(by, envelope, {
        existing: accepted.get(id) ?? lookups.envelope(by.space, id),
        // What comes for a deleted space is refused like that for a purged round.
        isRoundPurged: spaceBytes === undefined || (round !== null && isPurged(round)),
        quotaLeft: (allowance?.quotaLeft ?? 0) - accepted.size,
        isRoundClosed,
        spaceBytesLeft,
      });
      if (outcome === 'stored') {
        accepted.set(id, envelope);
        spaceBytesLeft -= envelopeBytes(envelope);
      }
      return { id, outcome };
    });
    return { results, accepted };
  }

  return {
    push(
      by: DeviceCapability | LinkCapability,
      envelopes: readonly Envelope[],
    ): Promise<Result<PushReply>> {
      return commits.run((): Result<PushReply> => {
        const refusal = by.kind === 'device' ? deviceRefusal(lookups, by) : null;
        if (refusal !== null) return refusal;
        const space = lookups.space(by.space);
        const { results, accepted } = judgeBatch(by, envelopes, space?.bytes);
        if (space !== undefined && accepted.size > 0) {
          append(by.space, space.head, arrangeBatch([...accepted.values()], below));
          if (by.kind !== 'device') rounds.count(by, accepted.size);
          movedSpaces.add(by.space);
        }
        return done({ epoch: by.kind === 'device' ? (space?.epoch ?? null) : null, results });
      });
    },

    /** Commits the pushes that wait for company. */
    flush: commits.flush,

    purge(by: AdminCapability, envelope: Envelope): Result<null> {
      const { round } = envelope;
      if (envelope.kind !== 'purge' || round === null) {
        return refuse('badRequest', 'envelope: must be a purge that names its round.');
      }
      if (isTooLarge(envelope)) return refuse('tooLarge', 'envelope: is longer than it may be.');
      const result = inTransaction(database, (): Result<null> => {
        const space = lookups.space(by.space);
        if (space === undefined) return refuse('gone', 'This space was deleted.');
        const existing = lookups.envelope(by.space, envelope.id);
        if (existing !== undefined && !isSameEnvelope(existing, envelope)) {
          return refuse('conflict', 'Another record has this id.');
        }
        const freed = firstRow(bytesRow, sumRound, by.space, round)?.bytes ?? 0;
        deleteRound.run(by.space, round);
        advanceSpace.run(0, -freed, by.space);
        rememberRound.run(by.space, round);
        emptyCard.run(round, by.space);
        hours.forget(by.space, round);
        reports.forget(by.space, round);
        if (existing === undefined) append(by.space, space.head, [envelope]);
        return done(null);
      });
      if (result.ok) tellHead(by.space);
      return result;
    },

    /** Where the space's sequence stands for this device. */
    state(by: DeviceCapability): Result<HeadEvent> {
      const refusal = deviceRefusal(lookups, by);
      if (refusal !== null) return refusal;
      const space = lookups.space(by.space);
      if (space === undefined) return refuse('gone', 'This space was deleted.');
      return done({ epoch: space.epoch, head: space.head });
    },
  };
}
