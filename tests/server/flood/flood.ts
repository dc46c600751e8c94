import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createDice } from '../../simulation/engine/dice.ts';
import { createMadeUpRequests, type MadeUp } from './made-up.ts';

export interface FloodReady {
  readonly port: number;
  readonly ids: { readonly space: string; readonly device: string; readonly round: string };
  readonly tokens: { readonly device: string; readonly answer: string; readonly kiosk: string };
}

/** After a collection; `faults` are the log's lines from level error on. */
export interface FloodMemory {
  readonly heapUsed: number;
  readonly rss: number;
  readonly faults: readonly string[];
}

export interface FloodReport {
  readonly replies: ReadonlyMap<number, number>;
  /** Hang-ups without a word, by whether the request was HTTP. */
  readonly hangUps: { readonly http: number; readonly broken: number };
  readonly afterWarmUp: FloodMemory;
  readonly atEnd: FloodMemory;
}

const connections = 64;

/** Floods the app with made-up requests over real sockets and tells what came back, and what its memory did. */
export async function flood(
  folder: string,
  counts: { warmUp: number; measured: number },
  seed: number,
): Promise<FloodReport> {
  const file = fileURLToPath(new URL('flooded-app.ts', import.meta.url));
  const child = fork(file, [folder], { execArgv: ['--expose-gc'], stdio: ['ignore', 1, 2, 'ipc'] });
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`the server died with ${String(code)}`);
  });
  died.catch(() => {}); // It is raced with where it matters, and killed at the end.
  const told = async <T>() => {
    const [message] = await Promise.race([once(child, 'message'), died]);
    return message as T; // Both ends are ours.
  };
  try {
    const ready = await told<FloodReady>();
    const memory = async () => {
      const telling = told<FloodMemory>();
      child.send('memory');
      return telling;
    };
    const next = createMadeUpRequests(createDice(seed), ready);
    const replies = new Map<number, number>();
    const hangUps = { http: 0, broken: 0 };
    const run = async (count: number) => {
      let left = count;
      const lines = Array.from({ length: connections }, async () => {
        const line = createLine(ready.port);
        while (left-- > 0) {
          const request = next();
          const status = await line.send(request);
          if (status === null) hangUps[request.isBroken ? 'broken' : 'http']++;
          else replies.set(status, (replies.get(status) ?? 0) + 1);
        }
        line.hangUp();
      });
      await Promise.race([Promise.all(lines), died]);
    };
    await run(counts.warmUp);
    const afterWarmUp = await memory();
    await run(counts.measured);
    return { replies, hangUps, afterWarmUp, atEnd: await memory() };
  } finally {
    child.kill('SIGKILL');
  }
}

/** One connection at a time, made anew when the server has closed it. */
function createLine(port: number) {
  let socket: Socket | null = null;
  return {
    hangUp: () => socket?.destroy(),
    /** The status of the reply; null when the server hung up without one. */
    send({ text, isBroken }: MadeUp): Promise<number | null> {
      return new Promise((resolve) => {
        const line = socket ?? connect(port, '127.0.0.1').setNoDelay(true).setEncoding('latin1');
        socket = line;
        let received = '';
        const settle = (isReusable: boolean) => {
          line.removeAllListeners();
          line.on('error', () => {}); // Nobody is left to be told.
          if (!isReusable) {
            line.destroy();
            socket = null;
          }
          const status = /^HTTP\/1\.1 (\d{3})/.exec(received)?.[1];
          resolve(status === undefined ? null : Number(status));
        };
        line.on('data', (chunk) => {
          received += String(chunk);
          if (isWhole(received)) settle(!isBroken && !/connection: close/i.test(received));
        });
        line.on('close', () => settle(false));
        line.on('error', () => settle(false));
        line.write(text);
        if (isBroken) line.end(); // It may be half a request: nothing more will come.
      });
    },
  };
}

function isWhole(received: string): boolean {
  const bodyAt = received.indexOf('\r\n\r\n') + 4;
  if (bodyAt < 4) return false;
  if (received.startsWith('HTTP/1.1 204')) return true;
  if (/x-ndjson/.test(received)) return true; // It would go on for ever.
  if (/transfer-encoding: chunked/i.test(received)) return received.endsWith('0\r\n\r\n');
  return received.length >= bodyAt + Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0);
}
