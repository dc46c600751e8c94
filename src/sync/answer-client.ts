import * as v from 'valibot';
import type { Envelope } from '#protocol/envelope.ts';
import {
  linkPaths,
  pushReplySchema,
  roundCardSchema,
  type KioskReport,
  type PushReply,
  type RoundCard,
} from '#protocol/routes.ts';
import { createAsk, type Fetch, type Reply } from './mailbox-request.ts';

/** The three routes that an answer or kiosk link opens; apart from the team's, which no phone should have to load. */
export interface AnswerClient {
  roundCard(token: string, round: string): Promise<Reply<RoundCard>>;
  pushAnswers(
    token: string,
    round: string,
    envelopes: readonly Envelope[],
  ): Promise<Reply<PushReply>>;
  /** A kiosk's two numbers; only under a kiosk's token. */
  report(token: string, round: string, report: KioskReport): Promise<Reply<unknown>>;
}

export function createAnswerClient(origin: string, fetch: Fetch): AnswerClient {
  const ask = createAsk(origin, fetch);
  return {
    roundCard: (token, round) => ask('GET', linkPaths.card(round), roundCardSchema, token),
    pushAnswers: (token, round, envelopes) =>
      ask('POST', linkPaths.answers(round), pushReplySchema, token, { envelopes }),
    report: (token, round, report) => ask('PUT', linkPaths.report(round), v.any(), token, report),
  };
}
