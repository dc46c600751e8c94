import { openBareDatabase } from './bare-database.ts';
import type { StorageFactory } from './centre-store.ts';
import { onceMoreIfLost } from './lost-connection.ts';
import type { Layout, Rows } from './row-database.ts';

/** A round's sealed card and dates as last heard, so that an answer link opens without a network. */
export interface CardRow {
  readonly round: string;
  /** Sealed under the link's secret: this device alone cannot read it without the link. */
  readonly sealedCard: string;
  readonly opens: string;
  readonly closes: string;
}

/** One recorded prompt of a round, sealed as its envelope has it (base64url), so that it plays without a network. */
export interface VoiceRow {
  /** The envelope's id, as the card names it. */
  readonly id: string;
  readonly round: string;
  readonly sealed: string;
}

/** An unfinished answer on one's own phone: sealed under a key that was made for it and cannot be exported. */
export interface DraftRow {
  readonly round: string;
  readonly key: CryptoKey;
  readonly sealed: Uint8Array<ArrayBuffer>;
  /** Milliseconds since 1970, of the last change: a day later it goes. */
  readonly changedAt: number;
}

/** How long a draft lies on a device after its last change, in ms. */
export const draftLifeMs = 24 * 3_600_000;

/** The database `spegla-cards`, version by version. */
interface CardTables {
  readonly cards: Rows<CardRow>;
  readonly voices: Rows<VoiceRow>;
  readonly drafts: Rows<DraftRow>;
  readonly handedIn: Rows<{ readonly round: string }>;
}
export const cardLayouts: readonly Layout[] = [
  { cards: 'round' },
  { voices: 'id, round', drafts: 'round', handedIn: 'round' },
];

/** What this device keeps for answering, over all centres. Shared by both pages. */
export interface CardStore {
  card(round: string): Promise<CardRow | undefined>;
  keep(row: CardRow): Promise<void>;
  voice(id: string): Promise<VoiceRow | undefined>;
  keepVoices(rows: readonly VoiceRow[]): Promise<void>;
  /** Takes everything of these rounds away: cards, voices, drafts and marks. */
  forget(rounds: readonly string[]): Promise<void>;

  draft(round: string): Promise<DraftRow | undefined>;
  keepDraft(row: DraftRow): Promise<void>;
  dropDraft(round: string): Promise<void>;
  /** Takes away the drafts of all rounds that were last changed before `time` (ms since 1970). */
  dropDraftsBefore(time: number): Promise<void>;

  /** Whether somebody has handed in from this device: the round alone, nothing of who or when. */
  isHandedIn(round: string): Promise<boolean>;
  markHandedIn(round: string): Promise<void>;
  /** Resolves when a storage that did not answer in time is there after all; rejects where nothing is coming. */
  whenOpen(): Promise<void>;
  close(): void;
}

export function createCardStore(factory: StorageFactory = {}): CardStore {
  const database = openBareDatabase<CardTables>('spegla-cards', cardLayouts, factory);
  const { cards, voices, drafts, handedIn } = database.rows;
  return {
    card: (round) => cards.get(round),
    keep: (row) => cards.put(row),
    voice: (id) => voices.get(id),
    keepVoices: (rows) => voices.putMany(rows),
    forget: (rounds) =>
      database.transaction('rw', ['cards', 'voices', 'drafts', 'handedIn'], async (rows) => {
        for (const table of [rows.cards, rows.drafts, rows.handedIn]) {
          await table.deleteMany(rounds);
        }
        for (const round of rounds) {
          await rows.voices.deleteMany(await rows.voices.keysWhere('round', round));
        }
      }),
    draft: (round) => drafts.get(round),
    keepDraft: (row) => onceMoreIfLost(() => drafts.put(row)),
    dropDraft: (round) => onceMoreIfLost(() => drafts.deleteMany([round])),
    dropDraftsBefore: (time) =>
      database.transaction('rw', ['drafts'], async (rows) => {
        const old = (await rows.drafts.all()).filter(({ changedAt }) => changedAt < time);
        await rows.drafts.deleteMany(old.map(({ round }) => round));
      }),
    isHandedIn: async (round) => (await handedIn.get(round)) !== undefined,
    markHandedIn: (round) => handedIn.put({ round }),
    whenOpen: database.whenOpen,
    close: database.close,
  };
}
