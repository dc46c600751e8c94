import * as duck from '../../peers/node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser.mjs';
import worker from '../../peers/node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasm from '../../peers/node_modules/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { tableFromArrays, tableToIPC } from '../../peers/node_modules/apache-arrow/Arrow.dom.mjs';
import { markCodes } from '#projections/mark-tally.ts';
import type { TakeIn } from './counting.ts';

const query = 'SELECT item, code, count(*)::INTEGER AS n FROM marks GROUP BY item, code';

/** DuckDB-wasm: its query alone; `taking in` is fetch, start and insert, and `cold` the first query after that too. */
export const duckdb: TakeIn = async ({ items, long }) => {
  const cold = performance.now();
  const database = new duck.AsyncDuckDB(new duck.VoidLogger(), new Worker(worker));
  await database.instantiate(wasm);
  const connection = await database.connect();
  const arrow = tableToIPC(tableFromArrays({ item: long.item, code: long.code }), 'stream');
  await connection.insertArrowFromIPCStream(arrow, { name: 'marks' });
  await connection.query(query);
  return {
    ms: { 'duckdb, cold': performance.now() - cold },
    count: async () => {
      const started = performance.now();
      const result = await connection.query(query);
      const ms = performance.now() - started;
      const counts = new Uint32Array(items.length * markCodes);
      for (const row of result.toArray()) counts[row.item * markCodes + row.code] = row.n;
      return { ms, counts };
    },
    stop: async () => {
      await connection.close();
      await database.terminate();
    },
  };
};
