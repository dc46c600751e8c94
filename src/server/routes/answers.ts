import * as v from 'valibot';
import { idSchema } from '#protocol/ids.ts';
import { kioskReportSchema, pushEnvelopesSchema } from '#protocol/routes.ts';
import { guardLink } from '#server/guards.ts';
import type { Mailbox } from '#server/mailbox.ts';
import { sendRefusal } from '#server/replies.ts';
import type { App } from '#server/valibot-provider.ts';

const params = v.object({ round: idSchema });

/** What a phone with an answer link and a kiosk can do: read the card, hand answers in; a kiosk reports too. */
export function answerRoutes(app: App, { mailbox }: { mailbox: Mailbox }): void {
  const link = guardLink(mailbox, 'answer', 'kiosk');
  app.get(
    '/v1/rounds/:round/card',
    { schema: { params }, onRequest: link.onRequest },
    async (request, reply) => {
      const result = await mailbox.roundCard(link.of(request));
      return result.ok ? reply.send(result.value) : sendRefusal(reply, result);
    },
  );
  app.post(
    '/v1/rounds/:round/answers',
    { schema: { params, body: pushEnvelopesSchema }, onRequest: link.onRequest },
    async (request, reply) => {
      const result = await mailbox.pushEnvelopes(link.of(request), request.body.envelopes);
      return result.ok ? reply.send(result.value) : sendRefusal(reply, result);
    },
  );

  const kiosk = guardLink(mailbox, 'kiosk');
  app.put(
    '/v1/rounds/:round/report',
    { schema: { params, body: kioskReportSchema }, onRequest: kiosk.onRequest },
    async (request, reply) => {
      const result = await mailbox.reportKiosk(kiosk.of(request), request.body);
      return result.ok ? reply.status(204).send() : sendRefusal(reply, result);
    },
  );
}
