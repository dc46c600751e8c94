import * as v from 'valibot';
import { idSchema } from '#protocol/ids.ts';
import { guardLink } from '#server/guards.ts';
import type { Mailbox } from '#server/mailbox.ts';
import { sendRefusal } from '#server/replies.ts';
import type { App } from '#server/valibot-provider.ts';

const params = v.object({ round: idSchema, voice: idSchema });

/** The recorded prompts of a round, for the phones and kiosks that play them. */
export function voiceRoutes(app: App, { mailbox }: { mailbox: Mailbox }): void {
  const link = guardLink(mailbox, 'answer', 'kiosk');
  app.get(
    '/v1/rounds/:round/voices/:voice',
    { schema: { params }, onRequest: link.onRequest },
    async (request, reply) => {
      const result = await mailbox.roundVoice(link.of(request), request.params.voice);
      if (!result.ok) return sendRefusal(reply, result);
      // An envelope never changes; only the phone that asked with its token may keep it.
      reply.header('cache-control', 'private, max-age=31536000, immutable');
      return reply.send(result.value);
    },
  );
}
