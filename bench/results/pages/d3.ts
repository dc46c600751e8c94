import { rollup } from '../../peers/node_modules/d3-array/dist/d3-array.mjs';
import { markCodes } from '#projections/mark-tally.ts';
import type { TakeIn } from './counting.ts';

/** d3-array's rollup over rows, by item and code, as its documentation shows it. */
export const d3: TakeIn = ({ items, long }) => {
  const rows = Array.from(long.item, (item, at) => ({ item, code: long.code[at] ?? 0 }));
  return {
    ms: {},
    count: () => {
      const started = performance.now();
      const byItem = rollup(
        rows,
        (of) => of.length,
        ({ item }) => item,
        ({ code }) => code,
      );
      const ms = performance.now() - started;
      const counts = new Uint32Array(items.length * markCodes);
      for (const [item, byCode] of byItem) {
        for (const [code, count] of byCode) counts[item * markCodes + code] = count;
      }
      return { ms, counts };
    },
  };
};
