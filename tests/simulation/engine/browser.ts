/** What the pages of one browser share besides its disk: locks and channels. Both end with it. */
export interface Browser {
  readonly locks: LockManager;
  readonly newChannel: (name: string) => BroadcastChannel;
}

export function createBrowser(): Browser {
  return { locks: createLocks(), newChannel: createChannels() };
}

type Task = (lock: null) => unknown;

/** Exclusive locks in the order of asking; who is aborted while waiting never gets it. */
function createLocks(): LockManager {
  const waiting = new Map<string, (() => void)[]>();

  function release(name: string): void {
    const next = waiting.get(name)?.shift();
    if (next === undefined) waiting.delete(name);
    else next();
  }

  async function request(name: string, options: LockOptions, task: Task): Promise<unknown> {
    const queue = waiting.get(name);
    const { signal } = options;
    if (signal?.aborted === true) throw new DOMException('aborted', 'AbortError');
    if (queue === undefined) {
      waiting.set(name, []);
    } else {
      await new Promise<void>((resolve, reject) => {
        queue.push(resolve);
        signal?.addEventListener('abort', () => {
          const place = queue.indexOf(resolve);
          if (place === -1) return;
          queue.splice(place, 1);
          reject(new DOMException('aborted', 'AbortError'));
        });
      });
    }
    try {
      return await task(null);
    } finally {
      release(name);
    }
  }
  // Only what createAlone uses is here.
  return { request } as unknown as LockManager;
}

function createChannels(): Browser['newChannel'] {
  const channels = new Map<string, Set<BroadcastChannel>>();
  return (name) => {
    const peers = channels.get(name) ?? new Set();
    channels.set(name, peers);
    const channel = {
      onmessage: null as ((event: { data: unknown }) => void) | null,
      postMessage: (data: unknown): void => {
        for (const peer of peers) {
          if (peer === channel) continue;
          setImmediate(() => peers.has(peer) && peer.onmessage?.({ data } as MessageEvent));
        }
      },
      close: (): void => {
        peers.delete(channel);
      },
    } as unknown as BroadcastChannel;
    peers.add(channel);
    return channel;
  };
}
