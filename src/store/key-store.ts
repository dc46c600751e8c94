import { Dexie, type Table } from 'dexie';
import { databaseOptions } from './centre-database.ts';
import type { StorageFactory } from './centre-store.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What stands of a centre in the key database, locked or not. */
interface CentreFacts {
  readonly space: string;
  readonly name: string;
  readonly demo: boolean;
  readonly device: string;
  /** Each sealed under the storage key: what both keys derive from, the device's token, and perhaps the kit. */
  readonly sealedRoot: Bytes;
  readonly sealedToken: Bytes;
  /** Not readonly: the kit can be taken off the device while the centre is open. */
  sealedKit: Bytes | null;
  readonly mailbox: string | null;
}

/** A centre on this device and the device's own keys for it. The keys are CryptoKeys that cannot be exported. */
export interface CentreKeys extends CentreFacts {
  readonly pair: { readonly publicKey: CryptoKey; readonly privateKey: CryptoKey };
  /** Seals the opened blocks and the secrets above; AES-256-GCM. */
  readonly storageKey: CryptoKey;
}

/** The code that locks a centre on this device: the root wrapped under it, and how often it was tried in vain. */
export interface PinLock {
  readonly salt: Bytes;
  readonly iterations: number;
  readonly wrappedRoot: Bytes;
  /** Minutes without a touch after which the page locks itself. */
  readonly idleMinutes: number;
  readonly tries: number;
  /** Milliseconds since 1970: when the last try was, and until when the next has to wait. */
  readonly triedAt: number;
  readonly waitUntil: number;
}

/** A centre whose keys nobody has without its code. */
export interface LockedCentre extends CentreFacts {
  readonly lock: PinLock;
}

type CentreRow = CentreFacts & {
  readonly pair: CentreKeys['pair'] | null;
  readonly storageKey: CryptoKey | null;
  readonly lock?: PinLock | null;
};

class KeyDatabase extends Dexie {
  declare readonly centres: Table<CentreRow, string>;

  constructor(factory: StorageFactory) {
    super('spegla-keys', databaseOptions(factory));
    this.version(1).stores({ centres: 'space' });
  }
}

/** The device's keys, in a database that the answering page never opens. */
export interface KeyStore {
  /** Every centre that is here, locked or not. */
  list(): Promise<readonly (CentreFacts & { readonly isLocked: boolean })[]>;
  /** The centres that open without a code. */
  centres(): Promise<readonly CentreKeys[]>;
  /** Undefined where it is not here, or locked. */
  centre(space: string): Promise<CentreKeys | undefined>;
  lockedCentre(space: string): Promise<LockedCentre | undefined>;
  /** Keeps keys open: without a code, or without it any more. */
  put(keys: CentreKeys): Promise<void>;
  /** Puts a lock in the place of the open keys. */
  lock(space: string, lock: PinLock): Promise<void>;
  /** Reads, changes and writes a lock in one transaction. Nothing where there is none. */
  changeLock(space: string, change: (lock: PinLock) => PinLock): Promise<void>;
  rename(space: string, name: string): Promise<void>;
  setMailbox(space: string, mailbox: string | null): Promise<void>;
  forgetKit(space: string): Promise<void>;
  remove(space: string): Promise<void>;
  close(): void;
}

export function createKeyStore(factory: StorageFactory = {}): KeyStore {
  const db = new KeyDatabase(factory);
  return {
    list: async () =>
      (await db.centres.toArray()).map((row) => ({ ...row, isLocked: asOpen(row) === undefined })),
    centres: async () => (await db.centres.toArray()).flatMap((row) => asOpen(row) ?? []),
    centre: async (space) => asOpen(await db.centres.get(space)),
    lockedCentre: async (space) => {
      const row = await db.centres.get(space);
      const lock = row?.lock;
      return row === undefined || lock === undefined || lock === null
        ? undefined
        : { ...row, lock };
    },
    put: async (keys) => {
      await db.centres.put({ ...keys, lock: null });
    },
    lock: async (space, lock) => {
      await db.centres.update(space, { lock, pair: null, storageKey: null });
    },
    changeLock: async (space, change) => {
      await db.transaction('rw', [db.centres], async () => {
        const lock = (await db.centres.get(space))?.lock;
        if (lock !== undefined && lock !== null) {
          await db.centres.update(space, { lock: change(lock) });
        }
      });
    },
    rename: async (space, name) => {
      await db.centres.update(space, { name });
    },
    setMailbox: async (space, mailbox) => {
      await db.centres.update(space, { mailbox });
    },
    forgetKit: async (space) => {
      await db.centres.update(space, { sealedKit: null });
    },
    remove: (space) => db.centres.delete(space),
    close: () => db.close(),
  };
}

function asOpen(row: CentreRow | undefined): CentreKeys | undefined {
  if (row === undefined || row.pair === null || row.storageKey === null) return undefined;
  const { pair, storageKey } = row;
  return { ...row, pair, storageKey };
}
