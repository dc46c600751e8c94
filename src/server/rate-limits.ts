import rateLimit from '@fastify/rate-limit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  answerRequestsPerAddressPerMinute,
  answerRequestsPerLinkPerMinute,
  teamRequestsPerAddressPerMinute,
  voiceRequestsPerAddressPerMinute,
  voiceRequestsPerLinkPerMinute,
} from '#protocol/limits.ts';
import { createAddressKeys } from './address-keys.ts';
import { sendRefusal } from './replies.ts';
import { refuse } from './result.ts';
import { bearerTokenHash } from './tokens.ts';
import type { App } from './valibot-provider.ts';

/** Requests a minute. The protocol's own unless a test wants others. */
export interface Rates {
  readonly answersPerLink: number;
  readonly answersPerAddress: number;
  readonly voicesPerLink: number;
  readonly voicesPerAddress: number;
  readonly teamPerAddress: number;
}
export const defaultRates: Rates = {
  answersPerLink: answerRequestsPerLinkPerMinute,
  answersPerAddress: answerRequestsPerAddressPerMinute,
  voicesPerLink: voiceRequestsPerLinkPerMinute,
  voicesPerAddress: voiceRequestsPerAddressPerMinute,
  teamPerAddress: teamRequestsPerAddressPerMinute,
};

type RequestHook = (
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<FastifyReply | undefined>;

/** Hooks that count requests in memory before anything of them is read, and refuse the ones too many. */
export async function createRateHooks(
  app: App,
  rates: Rates,
): Promise<{ answer: RequestHook; voice: RequestHook; team: RequestHook }> {
  await app.register(rateLimit, { global: false });
  const addressKey = createAddressKeys();
  const byAddress = (request: FastifyRequest) => addressKey(request.ip);
  const byLink = (request: FastifyRequest) =>
    bearerTokenHash(request.headers.authorization) ?? byAddress(request);
  const timeWindow = 60_000;

  function hook(limiters: readonly ReturnType<App['createRateLimit']>[]): RequestHook {
    return async (request, reply) => {
      for (const limiter of limiters) {
        const state = await limiter(request);
        if (!state.isAllowed && state.isExceeded) {
          reply.header('retry-after', Math.max(1, state.ttlInSeconds));
          return sendRefusal(reply, refuse('tooMany', 'Too many requests. Wait a little.'));
        }
      }
      return undefined;
    };
  }

  return {
    answer: hook([
      app.createRateLimit({ max: rates.answersPerAddress, timeWindow, keyGenerator: byAddress }),
      app.createRateLimit({ max: rates.answersPerLink, timeWindow, keyGenerator: byLink }),
    ]),
    voice: hook([
      app.createRateLimit({ max: rates.voicesPerAddress, timeWindow, keyGenerator: byAddress }),
      app.createRateLimit({ max: rates.voicesPerLink, timeWindow, keyGenerator: byLink }),
    ]),
    team: hook([
      app.createRateLimit({ max: rates.teamPerAddress, timeWindow, keyGenerator: byAddress }),
    ]),
  };
}
