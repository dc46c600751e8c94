/**
 * `node bench/first-start/main.ts [--rounds=5 --years=10 --answers=500 --texts=100 --slowdown=4 --dist=dist]`: from the
 * navigation to a usable overview, on a device that has opened all its answers before; then from a tap to the results'
 * overview (docs/benchmarks.md).
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundlePage } from '../shared/bundle-page.ts';
import { readOptions } from '../shared/options.ts';
import { openProfile } from '../shared/profiles.ts';
import { markdownTable, rangeText } from '../shared/statistics.ts';
import { startPeerServer } from '../sync/peer-server.ts';
import { openResults, threadTime } from './script-time.ts';
import { watchStart } from './watch-start.ts';

const options = readOptions({
  rounds: '5',
  years: '10',
  answers: '500',
  texts: '100',
  slowdown: '4',
  dist: 'dist',
});
const names = [
  'script',
  'askedBlocks',
  'gotBlocks',
  'unsealed',
  'usable',
  'busy',
  'scripts',
  'resultsBusy',
  'resultsScripts',
  'wholeResultsScripts',
] as const;
/** What a start does behind the overview (talking to its mailbox, noting hours) is over by then. */
const restMs = 1_500;
const answers = Number(options.answers);
const texts = Number(options.texts);
const thisYear = new Date().getFullYear();
const years = Array.from({ length: Number(options.years) }, (_unused, ago) => thisYear - ago);
// Ten of the team, and families and children in equal parts.
const half = Math.floor((answers - 10) / 2);
const size = {
  answers: { reflection: 10, parents: answers - 10 - half, children: half },
  texts,
};

const folder = await mkdtemp(join(tmpdir(), 'spegla-bench-'));
const pages = join(folder, 'pages');
await cp(options.dist, pages, { recursive: true });
await bundlePage(join(import.meta.dirname, 'pages/fill.ts'), pages, 'bench');
const server = await startPeerServer('spegla', folder);
const profile = await openProfile();
const found: Record<(typeof names)[number], number>[] = [];
try {
  const filler = await profile.context.newPage();
  await filler.goto(`${server.origin}/bench.html`);
  await filler.waitForFunction(() => globalThis.fillDevice !== undefined);
  const filled = await filler.evaluate(([given, of]) => globalThis.fillDevice?.(given, of), [
    years,
    size,
  ] as const);
  console.log(`${filled} records of ${years.length} years`);
  await filler.close();
  for (let round = 0; round <= Number(options.rounds); round += 1) {
    const page = await profile.context.newPage();
    page.on('pageerror', (error) => console.error(String(error)));
    await page.addInitScript(watchStart);
    const devtools = await profile.context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: Number(options.slowdown) });
    // In the thread's own time, which stands still while other processes have the processor.
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(`${server.origin}/index.html`, { waitUntil: 'commit' });
    await page.waitForFunction(() => globalThis.startTimes?.usable !== undefined);
    const times = await page.evaluate(() => globalThis.startTimes);
    const thread = await threadTime(devtools);
    await page.waitForTimeout(restMs);
    const { overview, whole } = await openResults(page, devtools);
    const complete = {
      busy: thread.busy,
      scripts: thread.script,
      resultsBusy: overview.busy,
      resultsScripts: overview.script,
      wholeResultsScripts: whole.script,
      script: times?.script ?? Number.NaN,
      askedBlocks: times?.askedBlocks ?? Number.NaN,
      gotBlocks: times?.gotBlocks ?? Number.NaN,
      unsealed: times?.unsealed ?? Number.NaN,
      usable: times?.usable ?? Number.NaN,
    };
    if (round > 0) found.push(complete);
    console.log(round, names.map((name) => `${name} ${Math.round(complete[name])}`).join(', '));
    await page.close();
  }
} finally {
  await profile.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
console.log(
  `load ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
);
console.log(
  markdownTable(
    ['reached, after the navigation; or the thread’s own time (busy, scripts)', 'ms'],
    names.map((name) => [name, rangeText(found.map((times) => times[name]))]),
  ),
);
