import type { StorageFactory } from '#store/centre-store.ts';
import type * as desk from './open-desk.ts';
import type { Fetch } from '#sync/mailbox-request.ts';

/** What the answering page needs of its surroundings; a browser or a test gives it. */
export interface AnswerDeps {
  /** The link's fragment, and the origin that the page was loaded from. */
  readonly fragment: string;
  readonly pageOrigin: string;
  readonly secureContext: boolean;
  readonly storage: StorageFactory;
  readonly fetch: Fetch;
  readonly locks: LockManager | undefined;
  /** Local time. */
  readonly now: () => Date;
  /** Calls back when the network may be back, or the page is looked at again. */
  readonly onReturn: (callback: () => void) => () => void;
  /** Calls back when the page may be gone in a moment. */
  readonly onLeave?: (callback: () => void) => () => void;
  /** Resolves when the network is free for what no question needs. Absent: it is. */
  readonly quiet?: Promise<void>;
  /** How the code that seals, keeps and sends comes. Absent: as the build has split it off. */
  readonly loadDesk?: () => Promise<Pick<typeof desk, 'openDesk'>>;
}
