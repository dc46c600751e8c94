import * as v from 'valibot';
import { idSchema } from '#protocol/ids.ts';
import { enrolDeviceSchema } from '#protocol/routes.ts';
import { guardSpace } from '#server/guards.ts';
import type { Mailbox } from '#server/mailbox.ts';
import { sendRefusal } from '#server/replies.ts';
import type { App } from '#server/valibot-provider.ts';

const spaceParams = v.object({ space: idSchema });
const deviceParams = v.object({ space: idSchema, device: idSchema });

/** Enrolling, listing and revoking a space's devices. */
export function deviceRoutes(app: App, { mailbox }: { mailbox: Mailbox }): void {
  const enroller = guardSpace(mailbox, 'invite', 'admin');
  app.post(
    '/v1/spaces/:space/devices',
    { schema: { params: spaceParams, body: enrolDeviceSchema }, onRequest: enroller.onRequest },
    async (request, reply) => {
      const result = await mailbox.enrolDevice(enroller.of(request), request.body);
      return result.ok ? reply.status(201).send(result.value) : sendRefusal(reply, result);
    },
  );

  const admin = guardSpace(mailbox, 'admin');
  app.get(
    '/v1/spaces/:space/devices',
    { schema: { params: spaceParams }, onRequest: admin.onRequest },
    async (request, reply) => {
      const result = await mailbox.listDevices(admin.of(request));
      return result.ok ? reply.send(result.value) : sendRefusal(reply, result);
    },
  );
  app.delete(
    '/v1/spaces/:space/devices/:device',
    { schema: { params: deviceParams }, onRequest: admin.onRequest },
    async (request, reply) => {
      const result = await mailbox.revokeDevice(admin.of(request), request.params.device);
      return result.ok ? reply.status(204).send() : sendRefusal(reply, result);
    },
  );
}
