import type { StorageFactory } from '#store/centre-store.ts';
import type { Fetch } from '#sync/mailbox-request.ts';

/** What the team's page needs of its surroundings; a browser or a test gives it. */
export interface TeamDeps {
  /** Where index.html and answer.html live, ending in `/`; its origin is the page's. */
  readonly pageUrl: string;
  readonly secureContext: boolean;
  readonly storage: StorageFactory;
  readonly fetch: Fetch;
  readonly locks: LockManager | undefined;
  /** Starts the worker that opens answers; without one, or where it throws, the page opens them by itself. */
  readonly newOpeningWorker?: () => Worker;
  /** Local time. */
  readonly now: () => Date;
  /** In [0, 1): spreads retries. Never used for anything secret. */
  readonly jitter: () => number;
  /** Calls back when the network may be back, or the page is looked at again. */
  readonly onReturn: (callback: () => void) => () => void;
  /** Asks the browser to keep the storage; true where it will. */
  readonly persist: () => Promise<boolean>;
}
