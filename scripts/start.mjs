/*
 * `npm start`: builds the app, then serves it and the mailbox in this same process, so that a signal reaches
 * the server directly. SPEGLA_SKIP_BUILD=1 serves what was built before.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const neededMajor = 24;
const viteFile = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url));
const rootFolder = fileURLToPath(new URL('..', import.meta.url));

if (Number(process.versions.node.split('.')[0]) < neededMajor) {
  process.stderr.write(
    `Spegla needs Node ${neededMajor} or later; this is ${process.versions.node}.\n`,
  );
  process.exit(1);
}

/** What a signal does before there is a server, which then listens for signals itself. */
let stop = () => process.exit(0);
const onSignal = () => stop();
process.on('SIGINT', onSignal);
process.on('SIGTERM', onSignal);
if (process.env.SPEGLA_SKIP_BUILD !== '1') await build();
await import('../src/server/main.ts');
process.off('SIGINT', onSignal);
process.off('SIGTERM', onSignal);

/** Builds quietly; shows what the build said only if it failed. */
async function build() {
  let output = '';
  const child = spawn(process.execPath, [viteFile, 'build'], {
    cwd: rootFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const keep = (chunk) => {
    output += chunk;
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);

  let isStopping = false;
  stop = () => {
    isStopping = true;
    child.kill('SIGTERM');
  };
  const [code] = await once(child, 'close');
  stop = () => process.exit(0);
  if (isStopping) stop();
  if (code !== 0) {
    process.stderr.write(`${output}\nSpegla: the app could not be built.\n`);
    process.exit(1);
  }
}
