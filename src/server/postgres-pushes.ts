import { DatabaseError } from 'pg';
import type { Envelope } from '#protocol/envelope.ts';
import type { PushReply } from '#protocol/routes.ts';
import { dayOf, hourOf } from './days.ts';
import { envelopeBytes } from './envelope-rules.ts';
import { readPushFacts, type Push } from './postgres-facts.ts';
import { judgePushes, type LinkCount } from './postgres-judging.ts';
import { spacesChannel } from './postgres-listener.ts';
import { prepared, type PostgresParts, type PostgresRunner } from './postgres-rows.ts';
import { inSpace } from './postgres-transactions.ts';
import type { Result } from './result.ts';

/** How much goes into one transaction: a group ends with the push by which it has this many envelopes. */
const maxGroupEnvelopes = 1_000;

/** What a value brings about that the database cannot take; all else would meet the next push as well. */
const isOfItsData = (error: unknown) =>
  error instanceof DatabaseError && /^(?:22|23|54)/.test(error.code ?? '');

interface WaitingPush extends Push {
  readonly resolve: (reply: Result<PushReply>) => void;
  readonly reject: (error: unknown) => void;
}

/** Everything of a group in one statement. The notification goes out when the transaction is committed. */
const storeGroup = `
  WITH stored AS (
    INSERT INTO envelope (space, seq, id, kind, key, round, sealed, bytes)
    SELECT $1, $2 + place, id, kind, key, round, sealed, bytes
    FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[])
      WITH ORDINALITY AS new (id, kind, key, round, sealed, bytes, place)
  ), advanced AS (
    UPDATE space SET head = head + cardinality($3::text[]),
      bytes = bytes + (SELECT sum(size) FROM unnest($8::int[]) AS size)
    WHERE id = $1
  ), counts AS (
    SELECT * FROM unnest($9::text[], $10::text[], $11::int[]) AS one (round, kind, stored)
  ), counted AS (
    UPDATE round SET answer_count = answer_count + answers, kiosk_count = kiosk_count + kiosks
    FROM (
      SELECT counts.round AS id,
        coalesce(sum(stored) FILTER (WHERE kind = 'answer'), 0) AS answers,
        coalesce(sum(stored) FILTER (WHERE kind = 'kiosk'), 0) AS kiosks
      FROM counts GROUP BY counts.round
    ) AS by_round
    WHERE round.id = by_round.id
  ), hours AS (
    INSERT INTO link_hour (space, round, kind, hour, count)
    SELECT $1, counts.round, kind, $12, stored FROM counts
    ON CONFLICT (space, round, kind, hour) DO UPDATE SET count = link_hour.count + excluded.count
  ), forgotten AS (
    -- Nothing tells later when answers came. Rows that another process is deleting too are left to it.
    DELETE FROM link_hour WHERE (space, round, kind, hour) IN (
      SELECT space, round, kind, hour FROM link_hour WHERE hour < $12 FOR UPDATE SKIP LOCKED
    )
  )
  SELECT pg_notify('${spacesChannel}', $1)`;

/** Gives the envelopes the next places of the sequence. The space's row must be locked by this transaction. */
export async function storeEnvelopes(
  runner: PostgresRunner,
  space: string,
  deps: {
    readonly head: number;
    readonly now: Date;
    readonly envelopes: readonly Envelope[];
    readonly counts?: readonly LinkCount[];
  },
): Promise<void> {
  const { head, now, envelopes, counts = [] } = deps;
  const values = [
    space,
    head,
    envelopes.map(({ id }) => id),
    envelopes.map(({ kind }) => kind),
    envelopes.map(({ key }) => key),
    envelopes.map(({ round }) => round),
    envelopes.map(({ sealed }) => sealed),
    envelopes.map(envelopeBytes),
    counts.map(({ by }) => by.round),
    counts.map(({ by }) => by.kind),
    counts.map(({ stored }) => stored),
    hourOf(now),
  ];
  await runner.query(prepared(storeGroup, values));
}

/**
 * Takes pushes in. Those that come to a space while this process writes to it wait and then go together into the
 * next transaction: the space's lock would make them wait anyhow, each with a connection of its own.
 */
export function createPostgresPushes({ database, limits, watchers, now, below }: PostgresParts) {
  const waitingBySpace = new Map<string, WaitingPush[]>();

  async function writeGroup(space: string, pushes: readonly Push[]): Promise<Result<PushReply>[]> {
    const { replies, state } = await inSpace(database.pool, space, async (runner, row) => {
      const present = now();
      const facts = await readPushFacts(runner, pushes, { space, row, limits, now: present });
      const judgement = judgePushes(pushes, { facts, today: dayOf(present), below });
      const { replies, accepted: envelopes, countsByLink } = judgement;
      if (row === undefined || envelopes.length === 0) return { replies, state: null };
      const counts = [...countsByLink.values()];
      await storeEnvelopes(runner, space, { head: row.head, now: present, envelopes, counts });
      return { replies, state: { epoch: row.epoch, head: row.head + envelopes.length } };
    });
    if (state !== null) watchers.headMoved(space, state);
    return [...replies];
  }

  async function answerGroup(space: string, group: readonly WaitingPush[]): Promise<void> {
    const replies = await writeGroup(space, group);
    for (const [index, reply] of replies.entries()) group[index]?.resolve(reply);
  }

  /** One of these cannot be stored. It fails alone, and the others go in. */
  async function answerOneByOne(space: string, group: readonly WaitingPush[]): Promise<void> {
    for (const push of group) await answerGroup(space, [push]).catch(push.reject);
  }

  async function writeAll(space: string, waiting: WaitingPush[]): Promise<void> {
    while (waiting.length > 0) {
      const group = takeGroup(waiting);
      try {
        await answerGroup(space, group);
      } catch (error) {
        const isOneToBlame = group.length > 1 && isOfItsData(error);
        if (isOneToBlame) await answerOneByOne(space, group);
        else for (const { reject } of group) reject(error);
      }
    }
    waitingBySpace.delete(space);
  }

  return {
    push(by: Push['by'], envelopes: readonly Envelope[]): Promise<Result<PushReply>> {
      return new Promise((resolve, reject) => {
        const push = { by, envelopes, resolve, reject };
        const waiting = waitingBySpace.get(by.space);
        if (waiting !== undefined) {
          waiting.push(push);
          return;
        }
        const fresh = [push];
        waitingBySpace.set(by.space, fresh);
        void writeAll(by.space, fresh);
      });
    },
  };
}

function takeGroup(waiting: WaitingPush[]): WaitingPush[] {
  let envelopes = 0;
  const end = waiting.findIndex(
    (push) => (envelopes += push.envelopes.length) >= maxGroupEnvelopes,
  );
  return waiting.splice(0, end < 0 ? waiting.length : end + 1);
}
