import type { FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { idSchema } from '#protocol/ids.ts';
import type { LinkCapability, Mailbox, SpaceCapability } from './mailbox.ts';
import { sendRefusal } from './replies.ts';
import { done, refuse, type Result } from './result.ts';
import { bearerTokenHash } from './tokens.ts';

/** Asks for a token before the body is read, and keeps what it opened for the handler. */
export interface Guard<C> {
  readonly onRequest: (
    request: FastifyRequest,
    reply: FastifyReply,
  ) => Promise<FastifyReply | undefined>;
  /** The capability of a request that has passed. */
  readonly of: (request: object) => C;
}

const spaceParams = v.object({ space: idSchema });
const roundParams = v.object({ round: idSchema });
const noToken = refuse('unauthorized', 'A bearer token of 43 characters is needed.');

function createGuard<C>(ask: (request: FastifyRequest) => Promise<Result<C>>): Guard<C> {
  const capabilities = new WeakMap<object, C>();
  return {
    async onRequest(request, reply) {
      const result = await ask(request);
      if (!result.ok) return sendRefusal(reply, result);
      capabilities.set(request, result.value);
      return undefined;
    },
    of(request) {
      const capability = capabilities.get(request);
      if (capability === undefined) throw new Error('a handler ran without its guard');
      return capability;
    },
  };
}

/** Lets through tokens of the space in the path that are of one of these kinds. */
export function guardSpace<K extends SpaceCapability['kind']>(
  mailbox: Mailbox,
  ...kinds: readonly K[]
): Guard<Extract<SpaceCapability, { kind: K }>> {
  type Allowed = Extract<SpaceCapability, { kind: K }>;
  const isAllowed = (found: SpaceCapability): found is Allowed =>
    kinds.some((kind) => kind === found.kind);
  return createGuard<Allowed>(async (request) => {
    const params = v.safeParse(spaceParams, request.params);
    if (!params.success) return refuse('badRequest', 'space: must be 16 bytes as base64url');
    const tokenHash = bearerTokenHash(request.headers.authorization);
    if (tokenHash === null) return noToken;
    const found = await mailbox.spaceCapability(params.output.space, tokenHash);
    if (!found.ok) return found;
    return isAllowed(found.value)
      ? done(found.value)
      : refuse('forbidden', `This needs a token of kind ${kinds.join(' or ')}.`);
  });
}

/** Lets through tokens of the round in the path that are of one of these kinds. */
export function guardLink(
  mailbox: Mailbox,
  ...kinds: readonly LinkCapability['kind'][]
): Guard<LinkCapability> {
  return createGuard(async (request) => {
    const params = v.safeParse(roundParams, request.params);
    if (!params.success) return refuse('badRequest', 'round: must be 16 bytes as base64url');
    const tokenHash = bearerTokenHash(request.headers.authorization);
    if (tokenHash === null) return noToken;
    const found = await mailbox.linkCapability(params.output.round, tokenHash);
    if (!found.ok) return found;
    return kinds.includes(found.value.kind)
      ? found
      : refuse('forbidden', `This needs a token of kind ${kinds.join(' or ')}.`);
  });
}
