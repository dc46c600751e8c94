import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A host of the same app on which a new version can come out. */
export interface NewerHost {
  readonly origin: string;
  /** From now on the workers and the answering page are other bytes than before. */
  publish(): void;
  close(): Promise<void>;
}

const newTitle = '<title>Spegla, nästa version</title>';

export async function startNewerHost(target: string): Promise<NewerHost> {
  let published = false;
  const renew = (path: string, text: string): string => {
    if (path.endsWith('sw.js')) return `${text}\n// the next version`;
    return path === '/answer.html' ? text.replace(/<title>.*?<\/title>/u, newTitle) : text;
  };
  const server = createServer((incoming, outgoing) => {
    const { 'accept-encoding': _, ...headers } = incoming.headers;
    const path = (incoming.url ?? '/').split('?', 1)[0] ?? '/';
    const options = { method: incoming.method, headers };
    const forwarded = request(new URL(incoming.url ?? '/', target), options, (reply) => {
      const { 'content-length': _length, etag: _etag, ...kept } = reply.headers;
      if (!published || !/sw\.js$|answer\.html$/u.test(path)) {
        outgoing.writeHead(reply.statusCode ?? 500, reply.headers);
        reply.pipe(outgoing);
        return;
      }
      void reply.toArray().then((chunks) => {
        outgoing.writeHead(reply.statusCode ?? 500, kept);
        outgoing.end(renew(path, Buffer.concat(chunks as Buffer[]).toString()));
      });
    });
    // Asked for as it is now, not whether it has changed: that is decided here.
    forwarded.removeHeader('if-none-match');
    forwarded.removeHeader('if-modified-since');
    forwarded.on('error', () => outgoing.destroy());
    incoming.pipe(forwarded);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    publish: () => {
      published = true;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
