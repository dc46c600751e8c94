/**
 * `npm run torture [kills] [seed]`: kills the real server while it writes, 5,000 times unless told otherwise, and
 * says whether anything that was acknowledged got lost. Ends with 1 if so. `npm test` does a hundred of them.
 *
 * The server is the real one, put into one file first, since a start then costs a third of the time.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { killAgainAndAgain } from '../tests/server/torture/kills.ts';

const kills = Number(process.argv[2] ?? 5_000);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
console.log(`${kills} kills, seed ${seed}`);
const folder = mkdtempSync(join(tmpdir(), 'spegla-server-'));
const started = performance.now();
const report = await killAgainAndAgain({
  file: await bundleServer(folder),
  kills,
  seed,
  onProgress(done) {
    if (done % 100 === 0) console.log(`${done} kills`);
  },
});
const seconds = Math.round((performance.now() - started) / 1_000);
console.log({ ...report, seconds });
process.exitCode = report.wrong.length === 0 ? 0 : 1;
rmSync(folder, { recursive: true, force: true });

async function bundleServer(outDir: string): Promise<string> {
  await build({
    root: fileURLToPath(new URL('..', import.meta.url)),
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: 'src/server/main.ts',
      outDir,
      emptyOutDir: true,
      target: 'node24',
      rolldownOptions: { output: { entryFileNames: 'main.mjs', codeSplitting: false } },
    },
  });
  return join(outDir, 'main.mjs');
}
