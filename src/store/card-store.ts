import { Dexie, type Table } from 'dexie';
import { databaseOptions, type StorageFactory } from './centre-store.ts';

/** A round's sealed card and dates as last heard, so that an answer link opens without a network. */
export interface CardRow {
  readonly round: string;
  /** Sealed under the link's secret: this device alone cannot read it without the link. */
  readonly sealedCard: string;
  readonly opens: string;
  readonly closes: string;
}

class CardDatabase extends Dexie {
  declare readonly cards: Table<CardRow, string>;

  constructor(factory: StorageFactory) {
    super('spegla-cards', databaseOptions(factory));
    this.version(1).stores({ cards: 'round' });
  }
}

/** The cards that this device has met, over all centres. Shared by both pages. */
export interface CardStore {
  card(round: string): Promise<CardRow | undefined>;
  keep(row: CardRow): Promise<void>;
  forget(rounds: readonly string[]): Promise<void>;
  close(): void;
}

export function createCardStore(factory: StorageFactory = {}): CardStore {
  const db = new CardDatabase(factory);
  return {
    card: (round) => db.cards.get(round),
    keep: async (row) => {
      await db.cards.put(row);
    },
    forget: (rounds) => db.cards.bulkDelete([...rounds]),
    close: () => db.close(),
  };
}
