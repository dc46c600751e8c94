import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { AnswerDeps } from '#app/answer/answer-deps.ts';
import type { TeamDeps } from '#app/team/team-deps.ts';

/** The surroundings that a device lives in, under a test's hand: its network, its clock, its storage. */
export interface DeviceWorld {
  readonly storage: ReturnType<typeof setupStorage>;
  /** Cuts and restores the network. */
  goOffline(): void;
  goOnline(): void;
  /** A network so slow that nothing (to a path with this part) gets through until the returned function is called. */
  holdRequests(part?: string): () => void;
  /** The next request to a path that ends so gets through; its reply does not. */
  loseReplyTo(path: string): void;
  /** No reply to a POST to a path that ends so gets through until the returned function is called. */
  loseRepliesToPosts(path: string): () => void;
  /** Whether a request to a path with this part is on its way. */
  isAsking(part: string): boolean;
  setTime(iso: string): void;
  teamDeps(): TeamDeps;
  answerDeps(link: string): AnswerDeps;
}

let deviceCount = 0;

/** One device's databases, and a channel between its own pages only. */
export function setupStorage(): TeamDeps['storage'] & { readonly indexedDB: IDBFactory } {
  deviceCount += 1;
  const device = deviceCount;
  return {
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    newChannel: (name) => new BroadcastChannel(`device ${device} ${name}`),
  };
}

/** A device of its own: nothing in it is shared with another one but the mailbox. */
export function setupDevice(pageUrl: string, time = '2026-12-01T09:00:00'): DeviceWorld {
  const storage = setupStorage();
  let online = true;
  let now = new Date(time);
  let held: Promise<void> | undefined;
  let heldPart = '';
  let lostPath: string | null = null;
  let lostPosts: string | null = null;
  const returns = new Set<() => void>();
  const requests = new Set<AbortController>();
  const asked = new Map<AbortController, string>();

  const guardedFetch: TeamDeps['fetch'] = async (input, init) => {
    if (!online) throw new TypeError('no network');
    const request = new AbortController();
    requests.add(request);
    asked.set(request, new URL(input).pathname);
    if (new URL(input).pathname.includes(heldPart)) await held;
    const signals = [request.signal, ...(init?.signal == null ? [] : [init.signal])];
    const reply = fetch(input, { ...init, signal: AbortSignal.any(signals) });
    const response = await reply.finally(() => asked.delete(request));
    if (lostPath !== null && new URL(input).pathname.endsWith(lostPath)) {
      lostPath = null;
      throw new TypeError('the reply was lost');
    }
    const isPost = init?.method === 'POST';
    if (isPost && lostPosts !== null && new URL(input).pathname.endsWith(lostPosts)) {
      throw new TypeError('the reply was lost');
    }
    return response;
  };
  const onReturn = (callback: () => void): (() => void) => {
    returns.add(callback);
    return () => returns.delete(callback);
  };
  const common = {
    secureContext: true,
    storage,
    fetch: guardedFetch,
    locks: undefined,
    now: () => now,
    onReturn,
  };
  return {
    storage,
    goOffline: () => {
      online = false;
      for (const request of requests) request.abort();
      requests.clear();
    },
    goOnline: () => {
      online = true;
      for (const callback of returns) callback();
    },
    holdRequests: (part = '') => {
      heldPart = part;
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return () => {
        held = undefined;
        resolve();
      };
    },
    loseReplyTo: (path) => {
      lostPath = path;
    },
    loseRepliesToPosts: (path) => {
      lostPosts = path;
      return () => {
        lostPosts = null;
      };
    },
    isAsking: (part) => [...asked.values()].some((path) => path.includes(part)),
    setTime: (iso) => {
      now = new Date(iso);
    },
    teamDeps: () => ({ ...common, pageUrl, jitter: () => 0, persist: async () => true }),
    answerDeps: (link) => ({
      ...common,
      fragment: new URL(link).hash,
      pageOrigin: new URL(link).origin,
    }),
  };
}
