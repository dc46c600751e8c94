import type { Collection, Table } from 'dexie';

interface Row {
  readonly id: string;
}

/** From here on one question for a whole stretch of keys is quicker than one for each. */
const manyIds = 32;

/** The rows that are there of those that are named, by id. */
export async function rowsById<T extends Row>(
  table: Table<T, string>,
  ids: readonly string[],
): Promise<Map<string, T>> {
  const byId = new Map<string, T>();
  if (ids.length < manyIds) {
    for (const row of await table.bulkGet([...ids])) if (row !== undefined) byId.set(row.id, row);
    return byId;
  }
  const wanted = new Set(ids);
  const stretch = between(table, ids);
  const isMostlyOthers = (await stretch.count()) > 2 * ids.length;
  const rows = isMostlyOthers ? await table.bulkGet([...ids]) : await stretch.toArray();
  for (const row of rows) if (row !== undefined && wanted.has(row.id)) byId.set(row.id, row);
  return byId;
}

/** Deletes the named rows where they are; neighbours in one stroke, and nothing between them. */
export async function deleteRows<T>(
  table: Table<T, string>,
  ids: readonly string[],
): Promise<void> {
  if (ids.length < manyIds) {
    await table.bulkDelete([...ids]);
    return;
  }
  const named = new Set(ids);
  const there = await between(table, ids).primaryKeys();
  const strokes: [string, string][] = [];
  let wasNamed = false;
  for (const id of there) {
    const isNamed = named.has(id);
    const last = strokes.at(-1);
    if (isNamed && wasNamed && last !== undefined) last[1] = id;
    else if (isNamed) strokes.push([id, id]);
    wasNamed = isNamed;
  }
  await Promise.all(
    strokes.map(([first, last]) => table.where(':id').between(first, last, true, true).delete()),
  );
}

function between<T>(table: Table<T, string>, ids: readonly string[]): Collection<T, string> {
  const sorted = ids.toSorted();
  return table.where(':id').between(sorted[0], sorted.at(-1), true, true);
}
