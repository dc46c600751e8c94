import * as v from 'valibot';
import { protocolVersion } from '#protocol/limits.ts';
import type { Health } from '#protocol/routes.ts';
import type { App } from '#server/valibot-provider.ts';

/** Says that this is a mailbox, and whether making a space needs a code. */
export function healthRoutes(app: App, deps: { createNeedsCode: boolean }): void {
  app.get('/v1/health', { schema: { querystring: v.object({}) } }, async (): Promise<Health> => {
    const { createNeedsCode } = deps;
    return { service: 'spegla-mailbox', protocol: protocolVersion, createNeedsCode };
  });
}
