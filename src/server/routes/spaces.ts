import * as v from 'valibot';
import { idSchema } from '#protocol/ids.ts';
import { createSpaceSchema } from '#protocol/routes.ts';
import { isCreationCode } from '#server/creation-code.ts';
import { guardSpace } from '#server/guards.ts';
import type { Mailbox } from '#server/mailbox.ts';
import { sendRefusal } from '#server/replies.ts';
import { refuse } from '#server/result.ts';
import { bearerText } from '#server/tokens.ts';
import type { App } from '#server/valibot-provider.ts';

/** Making and deleting spaces. A null creation code lets anyone make one. */
export function spaceRoutes(
  app: App,
  deps: { mailbox: Mailbox; creationCode: string | null },
): void {
  const { mailbox, creationCode } = deps;

  app.post(
    '/v1/spaces',
    {
      schema: { body: createSpaceSchema },
      async onRequest(request, reply) {
        const given = bearerText(request.headers.authorization);
        const isAllowed =
          creationCode === null || (given !== null && isCreationCode(given, creationCode));
        if (isAllowed) return undefined;
        const message = 'Making a space needs the code that the mailbox prints at its start.';
        return sendRefusal(reply, refuse('unauthorized', message));
      },
    },
    async (request, reply) => {
      const result = await mailbox.createSpace(request.body);
      if (!result.ok) return sendRefusal(reply, result);
      return reply.status(result.value.isNew ? 201 : 200).send(result.value.state);
    },
  );

  const admin = guardSpace(mailbox, 'admin');
  app.delete(
    '/v1/spaces/:space',
    { schema: { params: v.object({ space: idSchema }) }, onRequest: admin.onRequest },
    async (request, reply) => {
      const result = await mailbox.deleteSpace(admin.of(request));
      return result.ok ? reply.status(204).send() : sendRefusal(reply, result);
    },
  );
}
