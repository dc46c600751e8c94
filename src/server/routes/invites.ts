import * as v from 'valibot';
import { idSchema } from '#protocol/ids.ts';
import { openInviteSchema } from '#protocol/routes.ts';
import { guardSpace } from '#server/guards.ts';
import type { Mailbox } from '#server/mailbox.ts';
import { sendRefusal } from '#server/replies.ts';
import { refuse } from '#server/result.ts';
import type { App } from '#server/valibot-provider.ts';

const params = v.object({ space: idSchema, invite: idSchema });
const url = '/v1/spaces/:space/invites/:invite';

/** Opening an invite and reading the one that a team link names. */
export function inviteRoutes(app: App, { mailbox }: { mailbox: Mailbox }): void {
  const device = guardSpace(mailbox, 'device');
  app.put(
    url,
    { schema: { params, body: openInviteSchema }, onRequest: device.onRequest },
    async (request, reply) => {
      const by = device.of(request);
      const result = await mailbox.openInvite(by, request.params.invite, request.body);
      return result.ok ? reply.status(204).send() : sendRefusal(reply, result);
    },
  );

  const invite = guardSpace(mailbox, 'invite');
  app.get(url, { schema: { params }, onRequest: invite.onRequest }, async (request, reply) => {
    const by = invite.of(request);
    if (by.invite !== request.params.invite) {
      return sendRefusal(reply, refuse('forbidden', 'This token belongs to another invite.'));
    }
    const result = await mailbox.readInvite(by);
    return result.ok ? reply.send(result.value) : sendRefusal(reply, result);
  });
}
