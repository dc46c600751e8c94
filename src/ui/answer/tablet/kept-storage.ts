import { signal } from '@preact/signals';

/** Whether the browser has promised to keep this site's storage; undefined where it doesn't say. */
export const isStorageKept = signal<boolean>();

// Typed as always there; older browsers lack it.
const { storage }: { storage?: StorageManager } = navigator;

/** Looks whether the promise stands, without asking for it. */
export async function lookWhetherKept(): Promise<void> {
  isStorageKept.value = await storage?.persisted().catch(() => undefined);
}

/** Asks for the promise. Some browsers ask in turn: only in an adult's tap. */
export function askToKeep(): void {
  if (isStorageKept.peek() === true) return;
  void storage?.persist().then(
    (kept) => {
      isStorageKept.value = kept;
    },
    () => undefined,
  );
}
