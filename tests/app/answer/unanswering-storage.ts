import { IDBFactory } from 'fake-indexeddb';

/** A storage that never answers: it neither opens nor refuses, as a browser's storage process that hangs. */
export class SilentFactory extends IDBFactory {
  override open(): never {
    return {} as never;
  }
}

/** A page of an older Spegla that holds on to a database and lets nobody upgrade it. Returns the way to let go. */
export function holdOn(factory: IDBFactory, name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1);
    request.onerror = () => reject(new Error('does not open'));
    request.onsuccess = () => resolve(() => request.result.close());
  });
}
