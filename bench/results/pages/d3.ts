import { rollup } from '../../peers/node_modules/d3-array/src/index.js';
import { markCodes } from '#projections/mark-tally.ts';
import type { Counter } from './counting.ts';

/** d3-array's rollup over rows, by item and code, as its documentation shows it. */
export const d3: Counter = async ({ items, long }) => {
  const rows = Array.from(long.item, (item, at) => ({ item, code: long.code[at] ?? 0 }));
  const started = performance.now();
  const byItem = rollup(
    rows,
    (of) => of.length,
    ({ item }) => item,
    ({ code }) => code,
  );
  const ms = { d3: performance.now() - started };
  const counts = new Uint32Array(items.length * markCodes);
  for (const [item, byCode] of byItem) {
    for (const [code, count] of byCode) counts[item * markCodes + code] = count;
  }
  return { ms, counts };
};
