import * as v from 'valibot';
import type { RegisterRound, RoundCard } from '#protocol/routes.ts';
import type { DeviceCapability, LinkCapability } from './mailbox.ts';
import { done, refuse, type Result } from './result.ts';
import { inTransaction } from './sqlite-database.ts';
import { firstRow, type SqliteLookups, type SqliteParts } from './sqlite-rows.ts';
import { deviceRefusal } from './sqlite-spaces.ts';
import { isSameSecret } from './tokens.ts';

const roundRow = v.object({
  space: v.string(),
  answer_hash: v.string(),
  kiosk_hash: v.string(),
  opens: v.string(),
  closes: v.string(),
  answer_quota: v.number(),
  kiosk_quota: v.number(),
  answer_count: v.number(),
  kiosk_count: v.number(),
  card: v.string(),
});
const countRow = v.object({ count: v.number() });

export type SqliteRounds = ReturnType<typeof createSqliteRounds>;

/** Rounds, their links and their cards. */
export function createSqliteRounds(parts: SqliteParts, lookups: SqliteLookups) {
  const { database, limits } = parts;
  const selectRound = database.prepare('SELECT * FROM round WHERE id = ?');
  const countRounds = database.prepare('SELECT count(*) AS count FROM round WHERE space = ?');
  const insertRound = database.prepare(
    `INSERT INTO round (id, space, answer_hash, kiosk_hash, opens, closes, answer_quota, kiosk_quota,
       answer_count, kiosk_count, card) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?)`,
  );
  const moveRound = database.prepare(
    'UPDATE round SET opens = ?, closes = ?, answer_quota = ?, kiosk_quota = ? WHERE id = ?',
  );
  const countAnswers = database.prepare(
    'UPDATE round SET answer_count = answer_count + ? WHERE id = ?',
  );
  const countKioskAnswers = database.prepare(
    'UPDATE round SET kiosk_count = kiosk_count + ? WHERE id = ?',
  );
  const find = (id: string) => firstRow(roundRow, selectRound, id);
  /** Whether its envelopes are refused for good: it was purged, or its whole space was deleted. */
  const isGone = (space: string, round: string) =>
    lookups.isPurged(space, round) || lookups.isDeleted(space);

  return {
    isGone,

    capability(round: string, tokenHash: string): Result<LinkCapability> {
      const found = find(round);
      if (found !== undefined) {
        const { space } = found;
        const isAnswer = isSameSecret(found.answer_hash, tokenHash);
        const isKiosk = isSameSecret(found.kiosk_hash, tokenHash);
        if (isAnswer) return done({ kind: 'answer', space, round });
        if (isKiosk) return done({ kind: 'kiosk', space, round });
      }
      return refuse('unauthorized', 'This token opens nothing here.');
    },

    register(by: DeviceCapability, round: string, request: RegisterRound): Result<null> {
      const { answerTokenHash, kioskTokenHash, opens, closes, answerQuota, kioskQuota, card } =
        request;
      return inTransaction(database, () => {
        const refusal = deviceRefusal(lookups, by);
        if (refusal !== null) return refusal;
        if (lookups.isPurged(by.space, round)) return refuse('gone', 'This round was purged.');
        const known = find(round);
        if (known !== undefined) {
          const isSame =
            known.space === by.space &&
            known.card === card &&
            isSameSecret(known.answer_hash, answerTokenHash) &&
            isSameSecret(known.kiosk_hash, kioskTokenHash);
          if (!isSame) {
            return refuse('conflict', 'This round exists already, with another card or tokens.');
          }
          moveRound.run(opens, closes, answerQuota, kioskQuota, round);
          return done(null);
        }
        const count = firstRow(countRow, countRounds, by.space)?.count ?? 0;
        if (count >= limits.maxRoundsPerSpace) {
          return refuse('full', 'This space has as many rounds as it may have.');
        }
        const hashes = [answerTokenHash, kioskTokenHash] as const;
        insertRound.run(round, by.space, ...hashes, opens, closes, answerQuota, kioskQuota, card);
        return done(null);
      });
    },

    card(by: LinkCapability): Result<RoundCard> {
      const round = find(by.round);
      if (round === undefined || isGone(by.space, by.round)) {
        return refuse('gone', 'This round was purged.');
      }
      return done({ card: round.card, opens: round.opens, closes: round.closes });
    },

    /** What a link may still write, and until when. */
    allowance(by: LinkCapability): { closes: string; quotaLeft: number } {
      const round = find(by.round);
      if (round === undefined) return { closes: '0000-01-01', quotaLeft: 0 };
      const quotaLeft =
        by.kind === 'answer'
          ? round.answer_quota - round.answer_count
          : round.kiosk_quota - round.kiosk_count;
      return { closes: round.closes, quotaLeft };
    },

    /** Counts what a link has stored against its quota. */
    count(by: LinkCapability, stored: number): void {
      (by.kind === 'answer' ? countAnswers : countKioskAnswers).run(stored, by.round);
    },
  };
}
