import type { WireRequest } from '../world/mailbox-host.ts';
import { BrokenPromise } from '../world/world.ts';

export type Revocations = ReturnType<typeof createRevocations>;

/** A device whose revocation the mailbox has confirmed neither reads nor writes there from that moment on. */
export function createRevocations(fail: (failure: Error) => void, say: (line: string) => void) {
  /** Devices by token, and when (in confirmed revocations) they were confirmed to be out. */
  const tokens = new Map<string, string>();
  const outSince = new Map<string, number>();
  let revision = 0;

  return {
    revision: (): number => revision,
    /** Names who is who; a mailbox that was set back or replaced has forgotten whom it threw out. */
    introduce: (token: string, device: string): void => {
      tokens.set(token, device);
    },
    forgetAll: (): void => outSince.clear(),
    onAnswered: (request: WireRequest, status: number, arrivedAfter: number): void => {
      const { method, path, headers } = request;
      const gone = method === 'DELETE' ? /\/devices\/([^/]+)$/.exec(path)?.[1] : undefined;
      if (gone !== undefined && status === 204) {
        revision += 1;
        outSince.set(gone, revision);
        say(`host has revoked ${gone}`);
      }
      const back = path.endsWith('/devices') && method === 'POST' && status === 201;
      if (back) outSince.clear(); // Somebody was let in again: who, only the body says.
      const token = headers['authorization']?.slice('Bearer '.length) ?? '';
      const since = outSince.get(tokens.get(token) ?? '');
      if (since === undefined || arrivedAfter < since || status >= 300) return;
      if (path.includes('/envelopes')) {
        fail(
          new BrokenPromise('a revoked device stays outside', `${method} ${path} gave ${status}`),
        );
      }
    },
  };
}
