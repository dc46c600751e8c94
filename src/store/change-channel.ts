import { openChannel, type StorageFactory } from './centre-store.ts';

/** Tells every page of this device that a database has changed; carries nothing of what changed. */
export interface ChangeChannel {
  tell(): void;
  listen(onChange: () => void): () => void;
  close(): void;
}

export function createChangeChannel(factory: StorageFactory, name: string): ChangeChannel {
  const listeners = new Set<() => void>();
  const channel = openChannel(factory, name);
  const notify = (): void => {
    for (const listener of listeners) listener();
  };
  channel.onmessage = notify;
  return {
    tell: () => {
      channel.postMessage('changed');
      notify();
    },
    listen: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    close: () => {
      listeners.clear();
      channel.close();
    },
  };
}
