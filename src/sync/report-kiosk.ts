import type { AnswerStore } from '#store/answer-store.ts';
import type { AnswerClient } from './answer-client.ts';

/**
 * Tells a round's mailbox this device's two numbers, under the token of its lane. What the mailbox refused waits too:
 * it is not there. False where there is nothing to tell of, or the mailbox could not be told.
 */
export async function reportKiosk(
  store: AnswerStore,
  client: Pick<AnswerClient, 'report'>,
  round: string,
  elsewhere = 0,
): Promise<boolean> {
  const lane = await store.lane(round);
  if (lane?.kiosk === undefined) return false;
  const aside = (await store.asideRows()).filter(({ envelope }) => envelope.round === round);
  const waiting = (await store.outboxCount(round)) + aside.length + elsewhere;
  const { kiosk, collected = 0, token } = lane;
  return (await client.report(token, round, { kiosk, collected, waiting })).ok;
}
