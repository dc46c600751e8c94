import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** The wire between a browser and a server: what comes down it is counted, and it can be cut. */
export interface Wire {
  readonly origin: string;
  /** Bytes that came from the server so far: heads and bodies, the page's and its worker's. */
  down(): number;
  /** No connection stands any more, and none is made. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** Puts a wire before a server on loopback. */
export async function startWire(target: string): Promise<Wire> {
  const port = Number(new URL(target).port);
  const sockets = new Set<Socket>();
  let whole = true;
  let down = 0;
  const server = createServer((client) => {
    if (!whole) {
      client.destroy();
      return;
    }
    const upstream = connect(port, '127.0.0.1');
    for (const socket of [client, upstream]) {
      // What is small goes at once: no wire of ours adds a wait of its own.
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => {
        client.destroy();
        upstream.destroy();
      });
    }
    upstream.on('data', (bytes) => {
      down += bytes.length;
    });
    client.pipe(upstream).pipe(client);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const hangUp = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // A TCP server's address is never a string.
    down: () => down,
    cut: () => {
      whole = false;
      hangUp();
    },
    mend: () => {
      whole = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        hangUp();
      }),
  };
}
