import { useEffect, useState } from 'preact/hooks';

/** Whether the browser has promised to keep what is saved. */
export type StorageState = 'persisted' | 'notPersisted' | 'unknown';

async function readState(): Promise<StorageState> {
  // Not in every browser, whatever the types say.
  const storage: StorageManager | undefined = navigator.storage;
  if (storage?.persisted === undefined) return 'unknown';
  return (await storage.persisted()) ? 'persisted' : 'notPersisted';
}

/** Asks the browser to keep what is saved (it may ask the person), and tells how it stands. */
export async function askToPersist(): Promise<StorageState> {
  try {
    await navigator.storage?.persist?.();
    return await readState();
  } catch {
    return 'unknown';
  }
}

/** True when Spegla was opened as an installed app: then its storage is spared. */
export function isInstalled(): boolean {
  return window.matchMedia('(display-mode: standalone)').matches;
}

/** The state, and a way to ask for the promise. Undefined until the browser has answered. */
export function useStorageState(): [StorageState | undefined, () => Promise<void>] {
  const [state, setState] = useState<StorageState>();
  useEffect(() => {
    readState().then(setState, () => setState('unknown'));
  }, []);
  return [state, async () => setState(await askToPersist())];
}
