import * as v from 'valibot';
import type { Envelope } from '#protocol/envelope.ts';
import { linkPaths } from '#protocol/link-paths.ts';
import {
  pushReplySchema,
  roundCardSchema,
  roundVoiceSchema,
  type KioskReport,
  type PushReply,
  type RoundCard,
  type RoundVoice,
} from '#protocol/routes.ts';
import { createAsk, type Fetch, type Reply } from './mailbox-request.ts';

/** The four routes that an answer or kiosk link opens; apart from the team's, which no phone should have to load. */
export interface AnswerClient {
  roundCard(token: string, round: string): Promise<Reply<RoundCard>>;
  pushAnswers(
    token: string,
    round: string,
    envelopes: readonly Envelope[],
  ): Promise<Reply<PushReply>>;
  /** One recorded prompt by the id in the card; `notFound` while no device has sent it. */
  voice(token: string, round: string, id: string): Promise<Reply<RoundVoice>>;
  /** A kiosk's two numbers; only under a kiosk's token. */
  report(token: string, round: string, report: KioskReport): Promise<Reply<unknown>>;
}

export function createAnswerClient(origin: string, fetch: Fetch): AnswerClient {
  const ask = createAsk(origin, fetch);
  const askOnce = createAsk(origin, fetch, 'default');
  return {
    roundCard: (token, round) => ask('GET', linkPaths.card(round), roundCardSchema, token),
    pushAnswers: (token, round, envelopes) =>
      ask('POST', linkPaths.answers(round), pushReplySchema, token, { envelopes }),
    voice: (token, round, id) =>
      askOnce('GET', linkPaths.voice(round, id), roundVoiceSchema, token),
    report: (token, round, report) => ask('PUT', linkPaths.report(round), v.any(), token, report),
  };
}
