import fastify from 'fastify';
import fastifyStatic from '@fastify/static';

/** Serves a folder on loopback, for pages that need no server of their own. */
export async function servePages(
  folder: string,
): Promise<{ readonly origin: string; stop(): Promise<void> }> {
  const app = fastify();
  // A page that is isolated so has a clock of 5 µs; others see tenths of a millisecond.
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cross-origin-opener-policy', 'same-origin');
    reply.header('cross-origin-embedder-policy', 'require-corp');
  });
  await app.register(fastifyStatic, { root: folder });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  return { origin, stop: () => app.close() };
}
