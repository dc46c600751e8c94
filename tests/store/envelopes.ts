import { onTestFinished } from 'vitest';
import type { StoredEnvelope } from '#store/centre-store.ts';
import { createStore, type Store } from '#store/store.ts';
import { setupStorage } from '../app/devices.ts';

export const space = 'A'.repeat(22);

/** A store of its own, and as many more "tabs" on the same device as a test opens. */
export function setupStore(): { store: Store; openTab: () => Store; storage: Storage } {
  const storage = setupStorage();
  const openTab = (): Store => {
    const store = createStore(space, storage);
    onTestFinished(() => store.close());
    return store;
  };
  return { store: openTab(), openTab, storage };
}
type Storage = ReturnType<typeof setupStorage>;

let count = 0;

/** An envelope that nothing looks into. */
export function envelope(fields: Partial<StoredEnvelope> = {}): StoredEnvelope {
  count += 1;
  const id = `${String(count).padStart(21, '0')}A`;
  return { v: 1, id, kind: 'edit', key: 'k'.repeat(22), round: null, sealed: `s${id}`, ...fields };
}

export const here = { from: 'here', lane: 'space' } as const;
export const elsewhere = { from: 'elsewhere' } as const;
