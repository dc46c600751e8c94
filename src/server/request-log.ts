import type { FastifyInstance, FastifyServerOptions } from 'fastify';

/** Where log lines go and from which level on; false for none. */
export type LogSettings = false | { level: string; stream?: { write(line: string): void } };

/**
 * A log that cannot give anyone away: method, route pattern, status and time of a request, and the stack of a
 * bug. Addresses, full paths, headers and bodies have no serializer to get in by.
 */
export function loggerOptions(log: LogSettings): FastifyServerOptions['logger'] {
  if (log === false) return false;
  return {
    ...log,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: {
      req: () => ({}),
      res: () => ({}),
      err: (error: Error) => ({
        type: error.name,
        message: error.message,
        stack: error.stack ?? '',
      }),
    },
  };
}

/** One line per finished request, in place of Fastify's own. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    const ms = Math.round(reply.elapsedTime);
    app.log.info({ method, route: routeOptions.url ?? null, status: reply.statusCode, ms });
  });
}
