import * as v from 'valibot';
import type { RegisterRound, RoundCard, RoundVoice } from '#protocol/routes.ts';
import type { DeviceCapability, LinkCapability } from './mailbox.ts';
import { isVoiceOf } from './envelope-rules.ts';
import { done, refuse, type Result } from './result.ts';
import { inTransaction } from './sqlite-database.ts';
import type { SqliteLinkHours } from './sqlite-link-hours.ts';
import { firstRow, type SqliteLookups, type SqliteParts } from './sqlite-rows.ts';
import { deviceRefusal } from './sqlite-spaces.ts';
import { isSameSecret } from './tokens.ts';

const roundRow = v.object({
  space: v.string(),
  answer_hash: v.string(),
  kiosk_hash: v.string(),
  closes: v.string(),
  answer_quota: v.number(),
  kiosk_quota: v.number(),
  answer_count: v.number(),
  kiosk_count: v.number(),
});
const cardRow = v.object({ opens: v.string(), closes: v.string(), card: v.string() });
const countRow = v.object({ count: v.number() });

export type SqliteRounds = ReturnType<typeof createSqliteRounds>;

/** Rounds, their links and their cards. */
export function createSqliteRounds(
  parts: SqliteParts,
  lookups: SqliteLookups,
  hours: SqliteLinkHours,
) {
  const { database, limits } = parts;
  // Without the card, which is long and seldom wanted.
  const selectRound = database.prepare(
    `SELECT space, answer_hash, kiosk_hash, closes, answer_quota, kiosk_quota, answer_count,
       kiosk_count FROM round WHERE id = ?`,
  );
  const selectCard = database.prepare('SELECT opens, closes, card FROM round WHERE id = ?');
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

  return {
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
            firstRow(cardRow, selectCard, round)?.card === card &&
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
      const isGone = lookups.isPurged(by.space, by.round) || lookups.isDeleted(by.space);
      const found = isGone ? undefined : firstRow(cardRow, selectCard, by.round);
      return found === undefined ? refuse('gone', 'This round was purged.') : done(found);
    },

    voice(by: LinkCapability, voice: string): Result<RoundVoice> {
      if (lookups.isPurged(by.space, by.round) || lookups.isDeleted(by.space)) {
        return refuse('gone', 'This round was purged.');
      }
      const envelope = lookups.envelope(by.space, voice);
      return isVoiceOf(envelope, by.round)
        ? done({ envelope })
        : refuse('notFound', 'This round has no such voice here.');
    },

    /** What a link may still write, in all and in this hour, and until when. */
    allowance(by: LinkCapability): { closes: string; quotaLeft: number } {
      const round = find(by.round);
      if (round === undefined) return { closes: '0000-01-01', quotaLeft: 0 };
      const quotaLeft =
        by.kind === 'answer'
          ? round.answer_quota - round.answer_count
          : round.kiosk_quota - round.kiosk_count;
      return { closes: round.closes, quotaLeft: Math.min(quotaLeft, hours.left(by)) };
    },

    /** Counts what a link has stored against its quotas. */
    count(by: LinkCapability, stored: number): void {
      (by.kind === 'answer' ? countAnswers : countKioskAnswers).run(stored, by.round);
      hours.count(by, stored);
    },
  };
}
