import { existsSync } from 'node:fs';
import { access, constants, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApp } from './app.ts';
import { keptCreationCode } from './creation-code.ts';
import type { Mailbox } from './mailbox.ts';
import { readSettings, type Settings } from './settings.ts';
import { openSqliteDatabase } from './sqlite-database.ts';
import { createSqliteMailbox } from './sqlite-mailbox.ts';
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

function problem(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replaceAll(/\s+/g, ' ');
}

async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartProblem(`The data folder ${folder} cannot be written: ${problem(error)}`);
  }
}

async function creationCode(settings: Settings, folder: string): Promise<string | null> {
  if (settings.isOpen) return null;
  try {
    return await keptCreationCode(folder);
  } catch (error) {
    throw new StartProblem(`The data folder ${folder} cannot be written: ${problem(error)}`);
  }
}

function openMailbox(folder: string): Mailbox {
  const opened = openSqliteDatabase(join(folder, 'mailbox.sqlite'));
  if (!opened.ok) throw new StartProblem(opened.reason);
  return createSqliteMailbox({ database: opened.database });
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
  const folder = resolve(settings.value.dataFolder);
  await prepareFolder(folder);
  const mailbox = openMailbox(folder);
  const hasDist = existsSync(join(distFolder, 'index.html'));
  const code = await creationCode(settings.value, folder);
  const app = await buildApp({
    mailbox,
    distFolder: hasDist ? distFolder : null,
    creationCode: code,
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
  say(`Data: ${folder}`);
  say(code === null ? 'Anyone may make a space (SPEGLA_CREATE=open).' : `Creation code: ${code}`);
  if (!hasDist) say('The app has not been built: only the mailbox is served.');
}

try {
  await start();
} catch (error) {
  process.stderr.write(`Spegla: ${problem(error)}\n`);
  process.exit(1);
}
