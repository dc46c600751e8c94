import { Dexie } from 'dexie';
import { answerStoreOn, type AnswerStore } from './answer-store.ts';
import { CentreDatabase, databaseOptions, sharedTables } from './centre-database.ts';
import {
  centreDatabaseName,
  centreDatabaseVersion,
  type Block,
  type StorageFactory,
  type StoredEnvelope,
  type UnreadLine,
} from './centre-store.ts';
import { createChangeChannel } from './change-channel.ts';
import { deleteRows } from './many-rows.ts';
import { createTeamOutbox, type TeamOutbox } from './team-outbox.ts';
import { createTeamShelf } from './team-shelf.ts';

/** The one door to a centre's data on this device. */
export interface Store extends AnswerStore, TeamOutbox {
  allIds(): Promise<readonly string[]>;
  all(): Promise<readonly StoredEnvelope[]>;

  /** Keeps each line once, however often its file is taken in. */
  keepUnreadLines(lines: readonly UnreadLine[]): Promise<void>;
  unreadLines(): Promise<readonly UnreadLine[]>;

  blocks(): Promise<readonly Block[]>;
  /** Replaces the named blocks by one, in one transaction; gives the new one's key. */
  replaceBlocks(old: readonly number[], block: Block): Promise<number>;
  dropBlocks(keys: readonly number[]): Promise<void>;

  /** Takes a round's rows off this device for good and remembers it; `keep` names envelopes that stay. */
  purge(round: string, keep: readonly string[]): Promise<void>;
  purgedRounds(): Promise<readonly string[]>;

  meta(name: string): Promise<unknown>;
  /** Reads, changes and writes a value in one transaction, so that two pages never write over each other. */
  updateMeta(name: string, change: (value: unknown) => unknown): Promise<void>;
  setMeta(name: string, value: unknown): Promise<void>;
}

/** Opens (or makes) a centre's store on this device. */
export function createStore(space: string, factory: StorageFactory = {}): Store {
  const db = new CentreDatabase(space, factory);
  const shelf = createTeamShelf(db);
  const channel = createChangeChannel(factory, centreDatabaseName(space));
  const store = answerStoreOn(sharedTables(db), shelf, channel);
  db.on(
    'ready',
    () => {
      // A newer Spegla was here: an old page, from a cache, would not find all that it has kept.
      const found = Math.floor(db.backendDB().version / 10); // Dexie counts in tenths.
      if (found > centreDatabaseVersion) throw new Dexie.VersionError(`version ${found} is newer`);
    },
    true,
  );
  const reading = <T>(read: () => Promise<T>): Promise<T> =>
    db.transaction('r', [...shelf.tables], read);

  async function purge(round: string, keep: readonly string[]): Promise<void> {
    await db.transaction(
      'rw',
      [...shelf.tables, db.outbox, db.lanes, db.aside, db.unreadLines, db.blocks, db.purged],
      async () => {
        const gone = await shelf.removeRound(round, keep);
        await deleteRows(db.outbox, gone);
        await db.aside.filter((row) => row.envelope.round === round).delete();
        // A damaged line of a file may be an envelope of the round.
        await db.unreadLines.filter(({ text }) => text.includes(round)).delete();
        await db.blocks.where('round').equals(round).delete();
        await db.lanes.delete(round);
        await db.purged.put({ round });
      },
    );
    channel.tell();
  }

  return {
    ...store,
    ...createTeamOutbox(db, shelf, channel.tell),
    purge,
    allIds: () => reading(shelf.ids),
    all: () => reading(shelf.all),
    keepUnreadLines: async (lines) => {
      await db.transaction('rw', [db.unreadLines], async () => {
        // The same file taken in twice says nothing new.
        const texts = new Set((await db.unreadLines.toArray()).map(({ text }) => text));
        for (const { reason, text } of lines) {
          if (texts.has(text)) continue;
          texts.add(text);
          await db.unreadLines.add({ reason, text });
        }
      });
      channel.tell();
    },
    unreadLines: () => db.unreadLines.toArray(),
    blocks: () => db.blocks.toArray(),
    replaceBlocks: (old, block) =>
      db.transaction('rw', [db.blocks], async () => {
        await db.blocks.bulkDelete([...old]);
        return db.blocks.add(block);
      }),
    dropBlocks: (keys) => db.blocks.bulkDelete([...keys]),
    purgedRounds: () => db.purged.toCollection().primaryKeys(),
    meta: async (name) => (await db.meta.get(name))?.value,
    updateMeta: (name, change) =>
      db.transaction('rw', [db.meta], async () => {
        const value = change((await db.meta.get(name))?.value);
        await db.meta.put({ name, value });
      }),
    setMeta: async (name, value) => {
      await db.meta.put({ name, value });
    },
  };
}

/** Takes a centre's database off this device for good. */
export async function deleteStore(space: string, factory: StorageFactory = {}): Promise<void> {
  const db = new Dexie(centreDatabaseName(space), databaseOptions(factory));
  await db.delete();
}
