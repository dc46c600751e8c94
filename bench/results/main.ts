/**
 * `npm run bench:results [-- --rounds=5 --sizes=1000,10000,100000,1000000 --peers=loop,spegla,d3,arquero,duckdb]`: counts
 * per question of so many answers, in turn in one page: the product's tally, a bare loop over typed arrays, d3-array's
 * rollup, arquero, and DuckDB-wasm (its query alone, and from nothing). And what one more answer costs (docs/benchmarks.md).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundlePage } from '../shared/bundle-page.ts';
import { readOptions } from '../shared/options.ts';
import { openProfile } from '../shared/profiles.ts';
import { servePages } from '../shared/serve-pages.ts';
import { markdownTable, rangeText } from '../shared/statistics.ts';
import { installPeers } from '../sync/install-peers.ts';
import type { CountingRound } from './pages/counting.ts';

const options = readOptions({
  rounds: '5',
  sizes: '1000,10000,100000,1000000',
  peers: 'loop,spegla,d3,arquero,duckdb',
});
const peers = options.peers.split(',');
const isOwn = (peer: string): boolean => peer === 'loop' || peer === 'spegla';
const needsPeers = peers.some((peer) => !isOwn(peer));
if (needsPeers) installPeers();
const folder = await mkdtemp(join(tmpdir(), 'spegla-bench-'));
await bundlePage(
  join(import.meta.dirname, needsPeers ? 'pages/with-peers.ts' : 'pages/own.ts'),
  folder,
  'bench',
);
const pages = await servePages(folder);
const profile = await openProfile();
try {
  for (const size of options.sizes.split(',').map(Number)) {
    const found: CountingRound[] = [];
    // The first round does not count: it pays for what is only done once.
    for (let round = 0; round <= Number(options.rounds); round += 1) {
      const page = await profile.context.newPage();
      await page.goto(`${pages.origin}/bench.html`);
      await page.waitForFunction(() => globalThis.countingRound !== undefined);
      const result = await page.evaluate(
        ([answers, order]) => globalThis.countingRound?.(answers, order.split(',')),
        [size, turned(peers, round).join(',')] as const,
      );
      if (result === undefined) throw new Error('the page is gone');
      if (round > 0) found.push(result);
      await page.close();
    }
    const rows: string[][] = [];
    const names = [...new Set(found.flatMap((ms) => Object.keys(ms)))].toSorted();
    for (const name of names) {
      const times = found.flatMap((ms) => ms[name] ?? []);
      // Of each round by itself: what else the machine did then, it did to both.
      const ratios = found.flatMap((ms) => (ms[name] ?? Number.NaN) / (ms['loop'] ?? Number.NaN));
      rows.push([String(size), name, rangeText(times, 3), rangeText(ratios, 2)]);
    }
    // Size by size, so that what was found stays where a larger one is more than the machine bears.
    const loads = loadavg().map((load) => load.toFixed(1));
    console.log(`load ${loads.join(' ')}`);
    console.log(markdownTable(['answers', 'who', 'ms, median (min–max)', '÷ loop'], rows));
  }
} finally {
  await profile.close();
  await pages.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Each round another begins, so that nobody always comes first. */
function turned(list: readonly string[], by: number): readonly string[] {
  const at = by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}
