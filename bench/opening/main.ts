/**
 * `node bench/opening/main.ts [--rounds=5 --count=2000]`: how many sealed answers a second a device opens, the bare
 * `hpke` library and the product's own session on the same page in turn (docs/benchmarks.md).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundlePage } from '../shared/bundle-page.ts';
import { readOptions } from '../shared/options.ts';
import { openProfile } from '../shared/profiles.ts';
import { servePages } from '../shared/serve-pages.ts';
import { markdownTable, median, rangeText } from '../shared/statistics.ts';
import type { OpeningRound } from './pages/opening.ts';

const options = readOptions({ rounds: '5', count: '2000' });
const folder = await mkdtemp(join(tmpdir(), 'spegla-bench-'));
await bundlePage(join(import.meta.dirname, 'pages/opening.ts'), folder, 'bench');
const pages = await servePages(folder);
const profile = await openProfile();
const found: OpeningRound[] = [];
try {
  for (let round = 0; round <= Number(options.rounds); round += 1) {
    const page = await profile.context.newPage();
    let workers = 0;
    page.on('worker', () => (workers += 1));
    await page.goto(`${pages.origin}/bench.html`);
    await page.waitForFunction(() => globalThis.openingRound !== undefined);
    const result = await page.evaluate(
      (count) => globalThis.openingRound?.(count),
      Number(options.count),
    );
    if (result === undefined) throw new Error('the page is gone');
    if (workers === 0) throw new Error('no worker was started');
    if (round > 0) found.push(result); // The first does not count: it pays for what is only done once.
    await page.close();
  }
} finally {
  await profile.close();
  await pages.stop();
  await rm(folder, { recursive: true, force: true });
}

const column = (name: keyof OpeningRound): number[] => found.map((round) => round[name]);
const row = (title: string, rate: keyof OpeningRound, block?: keyof OpeningRound): string[] => [
  title,
  rangeText(column(rate)),
  median(found.map((round) => round[rate] / round.raw)).toFixed(2),
  block === undefined ? '–' : rangeText(column(block)),
];
console.log(
  markdownTable(
    ['', 'answers a second', '÷ bare library', 'longest block of the page, ms'],
    [
      row('bare `hpke`, on the page', 'raw'),
      row('session, worker: read, open, parse, fold, keep', 'reader', 'readerBlockMs'),
      row('session, without the worker', 'onPage', 'onPageBlockMs'),
      row('session, the next start: from the blocks', 'again'),
    ],
  ),
);
