import type { DeviceCapability, HeadChange } from './mailbox.ts';
import type { HeadEvent } from '#protocol/routes.ts';

interface Watcher {
  readonly device: string;
  readonly onChange: (change: HeadChange) => void;
}

export type HeadWatchers = ReturnType<typeof createHeadWatchers>;

/** Who listens to which space, within this process. A watcher hears `ended` once and then nothing. */
export function createHeadWatchers() {
  const watchersBySpace = new Map<string, Set<Watcher>>();

  function remove(space: string, watcher: Watcher): void {
    const watchers = watchersBySpace.get(space);
    watchers?.delete(watcher);
    if (watchers?.size === 0) watchersBySpace.delete(space);
  }

  function end(space: string, isMeant: (watcher: Watcher) => boolean): void {
    for (const watcher of [...(watchersBySpace.get(space) ?? [])].filter(isMeant)) {
      remove(space, watcher);
      watcher.onChange({ type: 'ended' });
    }
  }

  return {
    /** Starts to tell; the returned function stops it. */
    add(by: DeviceCapability, onChange: (change: HeadChange) => void): () => void {
      const watcher = { device: by.device, onChange };
      const watchers = watchersBySpace.get(by.space) ?? new Set();
      watchersBySpace.set(by.space, watchers.add(watcher));
      return () => remove(by.space, watcher);
    },
    /** The spaces that anyone listens to. */
    spaces(): string[] {
      return [...watchersBySpace.keys()];
    },
    /** The devices that listen to this space. */
    devicesOf(space: string): string[] {
      return [...(watchersBySpace.get(space) ?? [])].map(({ device }) => device);
    },
    headMoved(space: string, state: HeadEvent): void {
      for (const watcher of watchersBySpace.get(space) ?? []) {
        watcher.onChange({ type: 'head', ...state });
      }
    },
    deviceRevoked(space: string, device: string): void {
      end(space, (watcher) => watcher.device === device);
    },
    spaceDeleted(space: string): void {
      end(space, () => true);
    },
    close(): void {
      for (const space of watchersBySpace.keys()) end(space, () => true);
    },
  };
}
