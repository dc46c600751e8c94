import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Which of the page's modules travel together. Known once all of them have been read. */
export interface ChunkOrder {
  readonly plugin: Plugin;
  /** What the page's first script imports, and what that imports: all it takes to show a question. */
  isFirst(id: string): boolean;
  /** What `behind` needs beyond that. */
  isBehind(id: string): boolean;
}

/** Sorts modules by who imports them without waiting; what is imported on demand by others stays where it is met. */
export function chunkOrder(root: string, behind: readonly string[]): ChunkOrder {
  let first = new Set<string>();
  let second = new Set<string>();
  return {
    isFirst: (id) => first.has(id),
    isBehind: (id) => second.has(id),
    plugin: {
      name: 'spegla-chunk-order',
      buildEnd() {
        const reached = (from: readonly string[]): Set<string> => {
          const found = new Set<string>();
          const queue = [...from];
          for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
            if (found.has(id)) continue;
            found.add(id);
            queue.push(...(this.getModuleInfo(id)?.importedIds ?? []));
          }
          return found;
        };
        const entries = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry);
        first = reached(entries);
        second = reached(behind.map((file) => join(root, file)));
      },
    },
  };
}
