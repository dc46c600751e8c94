import { table } from '../../peers/node_modules/arquero/src/index.js';
import { markCodes } from '#projections/mark-tally.ts';
import type { TakeIn } from './counting.ts';

/** Arquero's groupby and count over the same typed columns. */
export const arquero: TakeIn = ({ items, long }) => {
  const columns = table({ item: long.item, code: long.code });
  return {
    ms: {},
    count: () => {
      const started = performance.now();
      const counted = columns.groupby('item', 'code').count().objects();
      const ms = performance.now() - started;
      const counts = new Uint32Array(items.length * markCodes);
      for (const { item, code, count } of counted) counts[item * markCodes + code] = count;
      return { ms, counts };
    },
  };
};
