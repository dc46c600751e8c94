import * as v from 'valibot';
import type { RegisterRound, RoundCard, RoundVoice } from '#protocol/routes.ts';
import type { DeviceCapability, LinkCapability } from './mailbox.ts';
import { isVoiceOf } from './envelope-rules.ts';
import {
  countRow,
  envelopeRowSchema,
  firstRowOf,
  type PostgresParts,
  type PostgresRunner,
} from './postgres-rows.ts';
import { deviceRefusal, inSpace } from './postgres-transactions.ts';
import { done, refuse, type Result } from './result.ts';
import { isSameSecret } from './tokens.ts';

const linksRow = v.object({ space: v.string(), answer_hash: v.string(), kiosk_hash: v.string() });
const roundRow = v.object({ ...linksRow.entries, card: v.string() });
const cardRow = v.object({
  card: v.string(),
  opens: v.string(),
  closes: v.string(),
  is_gone: v.boolean(),
});
const goneRow = v.object({ is_gone: v.boolean() });
const idRow = v.object({ id: v.string() });

/** Rounds, their links and their cards. */
export function createPostgresRounds({ database, limits }: PostgresParts) {
  const { pool } = database;

  async function isPurged(runner: PostgresRunner, space: string, round: string): Promise<boolean> {
    const select = 'SELECT id FROM purged_round WHERE space = $1 AND id = $2';
    return (await firstRowOf(idRow, runner, select, space, round)) !== undefined;
  }

  /** Whether it was new; false too when another space took the same id at the same moment. */
  async function insert(
    runner: PostgresRunner,
    space: string,
    round: string,
    request: RegisterRound,
  ): Promise<boolean> {
    const { answerTokenHash, kioskTokenHash, opens, closes, answerQuota, kioskQuota, card } =
      request;
    const { rows } = await runner.query(
      `INSERT INTO round (id, space, answer_hash, kiosk_hash, opens, closes, answer_quota,
         kiosk_quota, answer_count, kiosk_count, card)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, 0, $9) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [round, space, answerTokenHash, kioskTokenHash, opens, closes, answerQuota, kioskQuota, card],
    );
    return rows.length > 0;
  }

  return {
    async capability(round: string, tokenHash: string): Promise<Result<LinkCapability>> {
      const select = 'SELECT space, answer_hash, kiosk_hash FROM round WHERE id = $1';
      const found = await firstRowOf(linksRow, pool, select, round);
      if (found !== undefined) {
        const { space } = found;
        const isAnswer = isSameSecret(found.answer_hash, tokenHash);
        const isKiosk = isSameSecret(found.kiosk_hash, tokenHash);
        if (isAnswer) return done({ kind: 'answer', space, round });
        if (isKiosk) return done({ kind: 'kiosk', space, round });
      }
      return refuse('unauthorized', 'This token opens nothing here.');
    },

    async register(
      by: DeviceCapability,
      round: string,
      request: RegisterRound,
    ): Promise<Result<null>> {
      const { answerTokenHash, kioskTokenHash, opens, closes, answerQuota, kioskQuota, card } =
        request;
      const conflict = refuse(
        'conflict',
        'This round exists already, with another card or tokens.',
      );
      return inSpace(pool, by.space, async (runner) => {
        const refusal = await deviceRefusal(runner, by);
        if (refusal !== null) return refusal;
        if (await isPurged(runner, by.space, round)) {
          return refuse('gone', 'This round was purged.');
        }
        const select = 'SELECT space, answer_hash, kiosk_hash, card FROM round WHERE id = $1';
        const known = await firstRowOf(roundRow, runner, select, round);
        if (known !== undefined) {
          const isSame =
            known.space === by.space &&
            known.card === card &&
            isSameSecret(known.answer_hash, answerTokenHash) &&
            isSameSecret(known.kiosk_hash, kioskTokenHash);
          if (!isSame) return conflict;
          await runner.query(
            `UPDATE round SET opens = $2, closes = $3, answer_quota = $4, kiosk_quota = $5
             WHERE id = $1`,
            [round, opens, closes, answerQuota, kioskQuota],
          );
          return done(null);
        }
        const counted = 'SELECT count(*) AS count FROM round WHERE space = $1';
        const rounds = (await firstRowOf(countRow, runner, counted, by.space))?.count ?? 0;
        if (rounds >= limits.maxRoundsPerSpace) {
          return refuse('full', 'This space has as many rounds as it may have.');
        }
        return (await insert(runner, by.space, round, request)) ? done(null) : conflict;
      });
    },

    async card(by: LinkCapability): Promise<Result<RoundCard>> {
      const round = await firstRowOf(
        cardRow,
        pool,
        `SELECT card, opens, closes, EXISTS (SELECT FROM deleted_space WHERE id = $2)
           OR EXISTS (SELECT FROM purged_round WHERE space = $2 AND id = $1) AS is_gone
         FROM round WHERE id = $1`,
        by.round,
        by.space,
      );
      if (round === undefined || round.is_gone) return refuse('gone', 'This round was purged.');
      return done({ card: round.card, opens: round.opens, closes: round.closes });
    },

    async voice(by: LinkCapability, voice: string): Promise<Result<RoundVoice>> {
      const gone = await firstRowOf(
        goneRow,
        pool,
        `SELECT EXISTS (SELECT FROM deleted_space WHERE id = $2)
           OR EXISTS (SELECT FROM purged_round WHERE space = $2 AND id = $1) AS is_gone`,
        by.round,
        by.space,
      );
      if (gone?.is_gone !== false) return refuse('gone', 'This round was purged.');
      const select =
        'SELECT id, kind, key, round, sealed FROM envelope WHERE space = $1 AND id = $2';
      const envelope = await firstRowOf(envelopeRowSchema, pool, select, by.space, voice);
      return isVoiceOf(envelope, by.round)
        ? done({ envelope })
        : refuse('notFound', 'This round has no such voice here.');
    },
  };
}
