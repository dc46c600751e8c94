import * as duck from '../../peers/node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser.mjs';
import worker from '../../peers/node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasm from '../../peers/node_modules/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { tableFromArrays, tableToIPC } from '../../peers/node_modules/apache-arrow/Arrow.dom.mjs';
import { markCodes } from '#projections/mark-tally.ts';
import type { Counter } from './counting.ts';

/** DuckDB-wasm: its query alone, and from nothing (fetch, start, insert, query). */
export const duckdb: Counter = async ({ items, long }) => {
  const cold = performance.now();
  const database = new duck.AsyncDuckDB(new duck.VoidLogger(), new Worker(worker));
  await database.instantiate(wasm);
  const connection = await database.connect();
  const arrow = tableToIPC(tableFromArrays({ item: long.item, code: long.code }), 'stream');
  await connection.insertArrowFromIPCStream(arrow, { name: 'marks' });
  const query = 'SELECT item, code, count(*)::INTEGER AS n FROM marks GROUP BY item, code';
  await connection.query(query);
  const all = performance.now() - cold;
  const started = performance.now();
  const result = await connection.query(query);
  const ms = { 'duckdb, query': performance.now() - started, 'duckdb, cold': all };
  const counts = new Uint32Array(items.length * markCodes);
  for (const row of result.toArray()) counts[row.item * markCodes + row.code] = row.n;
  await connection.close();
  await database.terminate();
  return { ms, counts };
};
