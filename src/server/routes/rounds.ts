import * as v from 'valibot';
import { idSchema } from '#protocol/ids.ts';
import { purgeRoundSchema, registerRoundSchema } from '#protocol/routes.ts';
import { guardSpace } from '#server/guards.ts';
import type { Mailbox } from '#server/mailbox.ts';
import { sendRefusal } from '#server/replies.ts';
import type { App } from '#server/valibot-provider.ts';

/** Registering a round, reading what its kiosks report, and purging one. */
export function roundRoutes(app: App, { mailbox }: { mailbox: Mailbox }): void {
  const device = guardSpace(mailbox, 'device');
  app.put(
    '/v1/spaces/:space/rounds/:round',
    {
      schema: { params: v.object({ space: idSchema, round: idSchema }), body: registerRoundSchema },
      onRequest: device.onRequest,
    },
    async (request, reply) => {
      const by = device.of(request);
      const result = await mailbox.registerRound(by, request.params.round, request.body);
      return result.ok ? reply.status(204).send() : sendRefusal(reply, result);
    },
  );

  app.get(
    '/v1/spaces/:space/reports',
    { schema: { params: v.object({ space: idSchema }) }, onRequest: device.onRequest },
    async (request, reply) => {
      const result = await mailbox.listKioskReports(device.of(request));
      return result.ok ? reply.send(result.value) : sendRefusal(reply, result);
    },
  );

  const admin = guardSpace(mailbox, 'admin');
  app.post(
    '/v1/spaces/:space/purges',
    {
      schema: { params: v.object({ space: idSchema }), body: purgeRoundSchema },
      onRequest: admin.onRequest,
    },
    async (request, reply) => {
      const result = await mailbox.purgeRound(admin.of(request), request.body.envelope);
      return result.ok ? reply.status(204).send() : sendRefusal(reply, result);
    },
  );
}
