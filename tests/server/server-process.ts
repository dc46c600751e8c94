import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished } from 'vitest';
import * as v from 'valibot';

export const mainFile = fileURLToPath(import.meta.resolve('#server/main.ts'));

/** Runs the real server in a process group of its own. */
export function runServer(env: Record<string, string>, file = mainFile) {
  const child = spawn(process.execPath, [file], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', SPEGLA_SKIP_BUILD: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const output = { out: '', err: '' };
  const exited = once(child, 'close').then(([code]) => ({
    code: v.parse(v.nullable(v.number()), code),
    ...output,
  }));
  child.stdout.on('data', (chunk) => (output.out += String(chunk)));
  child.stderr.on('data', (chunk) => (output.err += String(chunk)));
  const signalGroup = (signal: NodeJS.Signals) => process.kill(-(child.pid ?? 0), signal);
  onTestFinished(() => {
    if (child.exitCode === null && child.signalCode === null) signalGroup('SIGKILL');
  });

  /** The first match in what it printed; fails when it exits without. */
  async function printed(pattern: RegExp, where: 'out' | 'err' = 'out'): Promise<string> {
    const stream = where === 'out' ? child.stdout : child.stderr;
    for (;;) {
      const found = pattern.exec(output[where])?.[1];
      if (found !== undefined) return found;
      const next = await Promise.race([once(stream, 'data'), exited]);
      if ('code' in next) throw new Error(`exited with ${next.code}: ${next.err}`);
    }
  }
  return {
    exited,
    signalGroup,
    origin: () => printed(/(http:\/\/\S+)\/\n/),
    complaint: (pattern: RegExp) => printed(pattern, 'err'),
    creationCode: () => printed(/Creation code: (\S+)\n/),
  };
}

export async function send(origin: string, path: string, token: string, body: unknown) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** What a person reads when it does not start: nothing but one line, and no stack. */
export async function complaintOf(server: ReturnType<typeof runServer>): Promise<string> {
  const { code, out, err } = await server.exited;
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(/^Spegla: [^\n]+\n$/);
  return err;
}
