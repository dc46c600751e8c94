import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A network in between that can do what networks do: lose a reply after the request got through. */
export interface LossyProxy {
  readonly origin: string;
  /** What went through, as `METHOD /path`. */
  readonly requests: readonly string[];
  /** The next so many replies are lost on their way back. */
  loseReplies(count: number): void;
}

export async function startLossyProxy(target: string): Promise<LossyProxy> {
  const requests: string[] = [];
  let toLose = 0;
  const server = createServer((incoming, outgoing) => {
    const { method = 'GET', url = '/', headers } = incoming;
    requests.push(`${method} ${url}`);
    const isLost = toLose > 0;
    if (isLost) toLose -= 1;
    const onward = forward(target + url, { method, headers }, (reply) => {
      if (isLost) {
        reply.resume();
        reply.on('end', () => outgoing.destroy());
        return;
      }
      outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // An HTTP server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    loseReplies: (count) => {
      toLose = count;
    },
  };
}
