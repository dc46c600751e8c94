import type { Envelope } from '#protocol/envelope.ts';
import {
  paths,
  pushReplySchema,
  roundCardSchema,
  type PushReply,
  type RoundCard,
} from '#protocol/routes.ts';
import { createAsk, type Fetch, type Reply } from './mailbox-request.ts';

/** The two routes that an answer or kiosk link opens; apart from the team's, which no phone should have to load. */
export interface AnswerClient {
  roundCard(token: string, round: string): Promise<Reply<RoundCard>>;
  pushAnswers(
    token: string,
    round: string,
    envelopes: readonly Envelope[],
  ): Promise<Reply<PushReply>>;
}

export function createAnswerClient(origin: string, fetch: Fetch): AnswerClient {
  const ask = createAsk(origin, fetch);
  return {
    roundCard: (token, round) => ask('GET', paths.card(round), roundCardSchema, token),
    pushAnswers: (token, round, envelopes) =>
      ask('POST', paths.answers(round), pushReplySchema, token, { envelopes }),
  };
}
