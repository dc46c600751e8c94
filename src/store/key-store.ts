import { Dexie, type Table } from 'dexie';
import { databaseOptions, type StorageFactory } from './centre-store.ts';

/** A centre on this device and the device's own keys for it. The keys are CryptoKeys that cannot be exported. */
export interface CentreKeys {
  readonly space: string;
  readonly name: string;
  readonly demo: boolean;
  readonly device: string;
  readonly pair: { readonly publicKey: CryptoKey; readonly privateKey: CryptoKey };
  /** Seals the opened blocks and the secrets below; AES-256-GCM. */
  readonly storageKey: CryptoKey;
  /** Each sealed under the storage key: the device's token, and on the device that made the centre its kit. */
  readonly sealedToken: Uint8Array<ArrayBuffer>;
  readonly sealedKit: Uint8Array<ArrayBuffer> | null;
  readonly mailbox: string | null;
}

class KeyDatabase extends Dexie {
  declare readonly centres: Table<CentreKeys, string>;

  constructor(factory: StorageFactory) {
    super('spegla-keys', databaseOptions(factory));
    this.version(1).stores({ centres: 'space' });
  }
}

/** The device's keys, in a database that the answering page never opens. */
export interface KeyStore {
  centres(): Promise<readonly CentreKeys[]>;
  centre(space: string): Promise<CentreKeys | undefined>;
  put(keys: CentreKeys): Promise<void>;
  rename(space: string, name: string): Promise<void>;
  setMailbox(space: string, mailbox: string | null): Promise<void>;
  remove(space: string): Promise<void>;
  close(): void;
}

export function createKeyStore(factory: StorageFactory = {}): KeyStore {
  const db = new KeyDatabase(factory);
  return {
    centres: () => db.centres.toArray(),
    centre: (space) => db.centres.get(space),
    put: async (keys) => {
      await db.centres.put(keys);
    },
    rename: async (space, name) => {
      await db.centres.update(space, { name });
    },
    setMailbox: async (space, mailbox) => {
      await db.centres.update(space, { mailbox });
    },
    remove: (space) => db.centres.delete(space),
    close: () => db.close(),
  };
}
