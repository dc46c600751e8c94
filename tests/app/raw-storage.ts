import type { DeviceWorld } from './devices.ts';

/** The rows of one object store as they lie in a device's storage, read past all of our own code. */
export function rowsOf(
  { storage }: Pick<DeviceWorld, 'storage'>,
  database: string,
  table: string,
): Promise<readonly unknown[]> {
  return new Promise((resolve, reject) => {
    const opening = storage.indexedDB.open(database);
    opening.onerror = () => reject(new Error(`${database} does not open`));
    opening.onsuccess = () => {
      const { result } = opening;
      const request = result.transaction(table).objectStore(table).getAll();
      request.onerror = () => reject(new Error(`${table} cannot be read`));
      request.onsuccess = () => {
        result.close();
        resolve(request.result);
      };
    };
  });
}

/** Every row of every database of a device. */
export async function allRows(
  device: Pick<DeviceWorld, 'storage'>,
): Promise<readonly { database: string; table: string; row: unknown }[]> {
  const databases = await device.storage.indexedDB.databases();
  const rows = await Promise.all(
    databases.map(async ({ name = '' }) => {
      const tables = await tablesOf(device, name);
      const ofTables = tables.map(async (table) =>
        (await rowsOf(device, name, table)).map((row) => ({ database: name, table, row })),
      );
      return (await Promise.all(ofTables)).flat();
    }),
  );
  return rows.flat();
}

function tablesOf(
  { storage }: Pick<DeviceWorld, 'storage'>,
  database: string,
): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const opening = storage.indexedDB.open(database);
    opening.onerror = () => reject(new Error(`${database} does not open`));
    opening.onsuccess = () => {
      const names = [...opening.result.objectStoreNames];
      opening.result.close();
      resolve(names);
    };
  });
}

/** Puts one row into a device's storage, past all of our own code. */
export function putRow(
  { storage }: Pick<DeviceWorld, 'storage'>,
  database: string,
  table: string,
  row: unknown,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = storage.indexedDB.open(database);
    opening.onerror = () => reject(new Error(`${database} does not open`));
    opening.onsuccess = () => {
      const { result } = opening;
      const transaction = result.transaction(table, 'readwrite');
      transaction.objectStore(table).put(row);
      transaction.onabort = () => reject(new Error(`${table} cannot be written`));
      transaction.oncomplete = () => {
        result.close();
        resolve();
      };
    };
  });
}
