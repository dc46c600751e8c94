import fastify from 'fastify';
import fastifyStatic from '@fastify/static';

/** Serves a folder on loopback, for pages that need no server of their own. */
export async function servePages(
  folder: string,
): Promise<{ readonly origin: string; stop(): Promise<void> }> {
  const app = fastify();
  await app.register(fastifyStatic, { root: folder });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  return { origin, stop: () => app.close() };
}
