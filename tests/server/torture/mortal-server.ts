import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const mainFile = fileURLToPath(import.meta.resolve('#server/main.ts'));
/** Thousands of starts read the same modules: Node keeps them compiled here. */
const compileCache = join(tmpdir(), 'spegla-torture-compiled');

export interface MortalServer {
  /** Resolves with where it listens, or with what it said when it would not start. */
  readonly listening: Promise<{ ok: true; origin: string } | { ok: false; said: string }>;
  /** kill -9, and waits until it is gone. */
  readonly kill: () => Promise<void>;
  /** Lets it close, and with that keep what it has compiled. */
  readonly stop: () => Promise<void>;
}

/** The real server as a process of its own, on a folder that outlives it. */
export function startMortalServer(folder: string, file: string): MortalServer {
  const child = spawn(process.execPath, [file], {
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_COMPILE_CACHE: compileCache,
      PORT: '0',
      SPEGLA_DATA: folder,
      SPEGLA_CREATE: 'open',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  let [out, err] = ['', ''];
  child.stderr.on('data', (chunk) => (err += String(chunk)));
  const listening = new Promise<Awaited<MortalServer['listening']>>((resolve) => {
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
      const origin = /(http:\/\/\S+)\/\n/.exec(out)?.[1];
      if (origin !== undefined) resolve({ ok: true, origin });
    });
    void closed.then(() => resolve({ ok: false, said: err }));
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await closed;
  };
  return { listening, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}
