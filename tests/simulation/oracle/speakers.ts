import type { Machine } from '../world/machine.ts';
import { BrokenPromise } from '../world/world.ts';

/** What runs under a Web Lock, by path. People's own requests (joining, naming a mailbox) are not counted. */
function channelOf(path: string): string | undefined {
  if (path.endsWith('/events')) return 'listens';
  if (path.endsWith('/answers')) return 'sends answers';
  return /\/v1\/spaces\/[^/]+\/(envelopes|purges|rounds\/.+)$/.test(path) ? 'sends' : undefined;
}

/** Several open pages are one device to the mailbox: only one of them sends, and one listens. */
export function createSpeakers(fail: (failure: Error) => void) {
  const open = new Map<Machine, Map<string, Map<number, number>>>();
  return {
    forget: (machine: Machine): void => {
      open.delete(machine);
    },
    onTraffic: (machine: Machine, page: number, path: string, change: 1 | -1): void => {
      const channel = channelOf(path);
      if (channel === undefined) return;
      const channels = open.get(machine) ?? new Map<string, Map<number, number>>();
      const pages = channels.get(channel) ?? new Map<number, number>();
      open.set(machine, channels.set(channel, pages));
      pages.set(page, Math.max(0, (pages.get(page) ?? 0) + change));
      const count = [...pages.values()].filter((one) => one > 0).length;
      if (count > 1) {
        fail(
          new BrokenPromise(
            'several pages are one device',
            `${machine.name} ${channel} from ${count} pages at once`,
          ),
        );
      }
    },
  };
}
