import * as v from 'valibot';
import { idSchema } from '#protocol/ids.ts';
import { pullQuerySchema, pushEnvelopesSchema } from '#protocol/routes.ts';
import type { EventStreams } from '#server/event-streams.ts';
import { guardSpace } from '#server/guards.ts';
import type { Mailbox } from '#server/mailbox.ts';
import { sendRefusal } from '#server/replies.ts';
import type { App } from '#server/valibot-provider.ts';

const params = v.object({ space: idSchema });

/** What team devices do all day: push, pull, and listen for more. */
export function envelopeRoutes(
  app: App,
  { mailbox, streams }: { mailbox: Mailbox; streams: EventStreams },
): void {
  const { onRequest, of } = guardSpace(mailbox, 'device');
  app.post(
    '/v1/spaces/:space/envelopes',
    { schema: { params, body: pushEnvelopesSchema }, onRequest },
    async (request, reply) => {
      const result = await mailbox.pushEnvelopes(of(request), request.body.envelopes);
      return result.ok ? reply.send(result.value) : sendRefusal(reply, result);
    },
  );
  app.get(
    '/v1/spaces/:space/envelopes',
    { schema: { params, querystring: pullQuerySchema }, onRequest },
    async (request, reply) => {
      const result = await mailbox.pull(of(request), request.query);
      return result.ok ? reply.send(result.value) : sendRefusal(reply, result);
    },
  );
  app.get(
    '/v1/spaces/:space/events',
    { schema: { params }, onRequest, compress: false, exposeHeadRoute: false },
    async (request, reply) => {
      const result = await streams.open(of(request));
      if (!result.ok) return sendRefusal(reply, result);
      reply.type('application/x-ndjson');
      // One stream to a connection, so that ending it frees the connection; and no proxy may hold lines back.
      reply.headers({ connection: 'close', 'x-accel-buffering': 'no' });
      return reply.send(result.value);
    },
  );
}
