import { markCodes } from '#projections/mark-tally.ts';
import type { TakeIn } from './counting.ts';

/** The bare floor: codes in typed arrays, one addition a mark. */
export const loop: TakeIn = ({ items, long }) => {
  const { item, code } = long;
  return {
    ms: {},
    count: () => {
      const started = performance.now();
      const counts = new Uint32Array(items.length * markCodes);
      for (let row = 0; row < item.length; row += 1) {
        const cell = (item[row] ?? 0) * markCodes + (code[row] ?? 0);
        counts[cell] = (counts[cell] ?? 0) + 1;
      }
      return { ms: performance.now() - started, counts };
    },
  };
};
