import type { InjectOptions } from 'fastify';
import type { App } from '#server/valibot-provider.ts';
import type { WireReply } from './mailbox-host.ts';

/** The server's end of an event stream: lines as they come, null at the end. */
export interface WireStream {
  readonly listen: (onLine: (line: string | null) => void) => void;
  /** The client is gone. */
  readonly close: () => void;
}

/** Asks for the event stream without waiting for its end. `post` runs something as the server. */
export async function openWireStream(
  app: App,
  options: InjectOptions,
  post: (task: () => void) => void,
): Promise<WireReply> {
  const reply = await app.inject({ ...options, payloadAsStream: true });
  const stream = reply.stream();
  // A destroyed stream says so; here it was wanted.
  stream.on('error', () => undefined);
  return {
    status: reply.statusCode,
    body: '',
    stream: {
      listen: (onLine) => {
        stream.on('data', (chunk: Buffer) => onLine(chunk.toString()));
        stream.on('end', () => onLine(null));
      },
      close: () =>
        post(() => {
          reply.raw.res.destroy();
          stream.destroy();
        }),
    },
  };
}
