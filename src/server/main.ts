import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApp } from './app.ts';
import { openMailbox } from './open-mailbox.ts';
import { readSettings, type Settings } from './settings.ts';
import { onStopSignal } from './stop-signal.ts';
import type { App } from './valibot-provider.ts';

const distFolder = fileURLToPath(new URL('../../dist', import.meta.url));
/** How long a stop waits for requests on their way before it hangs up on them. */
const closingMs = 3_000;

/** Something that whoever starts the server can put right: one line, no stack. */
class StartProblem extends Error {}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(line: string): void {
  process.stderr.write(`Spegla: ${line}\n`);
}

function problem(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replaceAll(/\s+/g, ' ');
}

async function listen(app: App, { host, port }: Settings): Promise<void> {
  try {
    await app.listen({ host, port, listenTextResolver: () => '' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EADDRINUSE') {
      throw new StartProblem(`Port ${port} on ${host} is in use. Choose another with PORT.`);
    }
    throw new StartProblem(`Cannot listen on ${host}, port ${port}: ${problem(error)}`);
  }
}

function urlOf(app: App, host: string): string {
  const address = app.server.address();
  const port = typeof address === 'object' ? (address?.port ?? '') : '';
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;
}

async function start(): Promise<void> {
  // Until there is something to close, a stop is simply the end: the database survives that at any moment.
  let stop = async () => {};
  onStopSignal(() => stop());
  process.umask(0o077); // What the mailbox writes is nobody else's on this machine.
  const settings = readSettings(process.env);
  if (!settings.ok) throw new StartProblem(settings.message);
  const opened = await openMailbox(settings.value, complain);
  if (!opened.ok) throw new StartProblem(opened.reason);
  const { mailbox, creationCode, place } = opened;
  const hasDist = existsSync(join(distFolder, 'index.html'));
  const app = await buildApp({
    mailbox,
    distFolder: hasDist ? distFolder : null,
    creationCode,
    trustProxy: settings.value.trustProxy,
    log: { level: settings.value.logLevel },
  });

  stop = async () => {
    const hangUp = setTimeout(() => app.server.closeAllConnections(), closingMs);
    await app.close();
    clearTimeout(hangUp);
    await mailbox.close();
  };
  await listen(app, settings.value);

  say(`Spegla: ${urlOf(app, settings.value.host)}`);
  say(`Data: ${place}`);
  say(
    creationCode === null
      ? 'Anyone may make a space (SPEGLA_CREATE=open).'
      : `Creation code: ${creationCode}`,
  );
  if (!hasDist) say('The app has not been built: only the mailbox is served.');
}

try {
  await start();
} catch (error) {
  complain(problem(error));
  process.exit(1);
}
