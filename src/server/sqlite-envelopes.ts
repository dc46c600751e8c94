import * as v from 'valibot';
import { isSameEnvelope, type Envelope } from '#protocol/envelope.ts';
import type { EnvelopeOutcome } from '#protocol/errors.ts';
import type { HeadEvent, PullReply, PushReply } from '#protocol/routes.ts';
import { dayOf } from './days.ts';
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
import { firstRow, parseEnvelopeRow, type SqliteLookups, type SqliteParts } from './sqlite-rows.ts';
import type { SqliteRounds } from './sqlite-rounds.ts';
import { deviceRefusal } from './sqlite-spaces.ts';

const bytesRow = v.object({ bytes: v.number() });
const idRow = v.object({ id: v.string() });

/** Envelopes: taken in, handed out, purged. */
export function createSqliteEnvelopes(
  parts: SqliteParts,
  lookups: SqliteLookups,
  rounds: SqliteRounds,
) {
  const { database, limits, watchers, now, below } = parts;
  const insertEnvelope = database.prepare(
    'INSERT INTO envelope (space, seq, id, kind, key, round, sealed, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const advanceSpace = database.prepare(
    'UPDATE space SET head = head + ?, bytes = bytes + ? WHERE id = ?',
  );
  const selectPage = database.prepare(
    `SELECT seq, id, kind, key, round, sealed FROM envelope
     WHERE space = ? AND seq > ? ORDER BY seq LIMIT ?`,
  );
  const selectPlace = database.prepare('SELECT id FROM envelope WHERE space = ? AND seq = ?');
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
      insertEnvelope.run(space, head + 1 + index, id, kind, key, round, sealed, bytes);
      total += bytes;
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
    spaceBytes: number,
  ): { results: PushReply['results']; accepted: Map<string, Envelope> } {
    const allowance = by.kind === 'device' ? null : rounds.allowance(by);
    const isRoundClosed = allowance !== null && isClosedForGood(allowance.closes, dayOf(now()));
    const accepted = new Map<string, Envelope>();
    let spaceBytesLeft = limits.maxSpaceBytes - spaceBytes;
    const results = envelopes.map((envelope): { id: string; outcome: EnvelopeOutcome } => {
      const { id, round } = envelope;
      const outcome = judgeEnvelope(by, envelope, {
        existing: accepted.get(id) ?? lookups.envelope(by.space, id),
        isRoundPurged: round !== null && rounds.isGone(by.space, round),
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
    push(by: DeviceCapability | LinkCapability, envelopes: readonly Envelope[]): Result<PushReply> {
      const reply = inTransaction(database, (): Result<PushReply> => {
        const refusal = by.kind === 'device' ? deviceRefusal(lookups, by) : null;
        if (refusal !== null) return refusal;
        const space = lookups.space(by.space);
        const { results, accepted } = judgeBatch(by, envelopes, space?.bytes ?? 0);
        if (space !== undefined && accepted.size > 0) {
          append(by.space, space.head, arrangeBatch([...accepted.values()], below));
          if (by.kind !== 'device') rounds.count(by, accepted.size);
        }
        return done({ epoch: by.kind === 'device' ? (space?.epoch ?? null) : null, results });
      });
      if (reply.ok && reply.value.results.some(({ outcome }) => outcome === 'stored')) {
        tellHead(by.space);
      }
      return reply;
    },

    pull(
      by: DeviceCapability,
      page: { after: number; limit: number; mark?: string | undefined },
    ): Result<PullReply> {
      return inTransaction(database, () => {
        const refusal = deviceRefusal(lookups, by);
        if (refusal !== null) return refusal;
        const space = lookups.space(by.space);
        if (space === undefined) return refuse('gone', 'This space was deleted.');
        const { epoch, head } = space;
        const envelopes: Envelope[] = [];
        let next = page.after;
        let bytes = 0;
        for (const row of selectPage.iterate(by.space, page.after, page.limit)) {
          const { seq, envelope } = parseEnvelopeRow(row);
          envelopes.push(envelope);
          next = seq;
          bytes += envelopeBytes(envelope);
          if (bytes >= limits.maxPullBytes) break;
        }
        const isPageFull = envelopes.length === page.limit || bytes >= limits.maxPullBytes;
        const there = firstRow(idRow, selectPlace, by.space, page.after);
        // A purged place tells nothing; another envelope there tells that this is another life of the space.
        const continues = page.mark === undefined || there === undefined || there.id === page.mark;
        return done({ epoch, head, next: isPageFull ? next : head, continues, envelopes });
      });
    },

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
