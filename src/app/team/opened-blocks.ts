import { aeadOpen, aeadSeal } from '#crypto/aead.ts';
import { textOf, utf8, type Bytes } from '#crypto/bytes.ts';
import type { SpeglaRecord } from '#records/record.ts';
import type { Store } from '#store/store.ts';

/** A block takes this many records before the next one begins: small enough to rewrite at every edit. */
const recordsPerBlock = 250;

/** What this device has opened before, so that no envelope is opened twice. Sealed under the device's own key. */
export interface OpenedBlocks {
  /** All readable records of all blocks; a block that does not open is dropped, its envelopes open again. */
  load(): Promise<readonly SpeglaRecord[]>;
  add(records: readonly SpeglaRecord[]): Promise<void>;
  /** A purged round's blocks are gone from the store: what they held must not be written again. */
  forget(round: string): void;
}

interface LastBlock {
  readonly key: number;
  readonly records: readonly SpeglaRecord[];
}

/**
 * Raised whenever what parsing takes or gives changes (tests/app/reader-version.test.ts notices): blocks of another reader
 * do not open, are dropped, and all is opened anew. So what does open has the shapes of today and is not parsed again.
 */
export const readerVersion = 1;

function blockData(group: string): Bytes {
  return utf8(`spegla/1 block ${readerVersion} ${group}`);
}

export function createOpenedBlocks(store: Store, storageKey: CryptoKey): OpenedBlocks {
  const lastBlocks = new Map<string, LastBlock>();

  async function load(): Promise<readonly SpeglaRecord[]> {
    // All at once: WebCrypto unseals on threads of its own.
    const blocks = await Promise.all(
      (await store.blocks()).map(async ({ key, round, sealed }) => ({
        key: key ?? 0,
        round,
        plain: await aeadOpen(storageKey, sealed, blockData(round)),
      })),
    );
    const records: SpeglaRecord[] = [];
    const partial = new Map<string, LastBlock[]>();
    const unopened: number[] = [];
    for (const { key, round, plain } of blocks) {
      if (plain === undefined) {
        unopened.push(key);
        continue;
      }
      // Sealed by this very device after it had parsed them: parsing ten years again would take a second at each start.
      const rows = JSON.parse(textOf(plain)) as readonly SpeglaRecord[];
      for (const row of rows) records.push(row);
      if (rows.length >= recordsPerBlock) continue;
      const ofRound = partial.get(round) ?? [];
      partial.set(round, [...ofRound, { key, records: rows }]);
    }
    if (unopened.length > 0) await store.dropBlocks(unopened);
    for (const [group, some] of partial) {
      const [only, ...others] = some;
      if (only !== undefined && others.length === 0) lastBlocks.set(group, only);
      // Two open pages each left one, with much the same in it: from now on they are one.
      else await write(group, some, []);
    }
    return records;
  }

  async function write(
    group: string,
    old: readonly LastBlock[],
    fresh: readonly SpeglaRecord[],
  ): Promise<void> {
    const byId = new Map<string, SpeglaRecord>();
    for (const record of [...old.flatMap((block) => block.records), ...fresh]) {
      byId.set(record.id, record);
    }
    // By random id: the order of arrival is nobody's business.
    const records = [...byId.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    let replaced = old.map((block) => block.key);
    lastBlocks.delete(group);
    for (let at = 0; at < records.length; at += recordsPerBlock) {
      const some = records.slice(at, at + recordsPerBlock);
      const sealed = await aeadSeal(storageKey, utf8(JSON.stringify(some)), blockData(group));
      const key = await store.replaceBlocks(replaced, { round: group, sealed });
      replaced = [];
      if (some.length < recordsPerBlock) lastBlocks.set(group, { key, records: some });
    }
  }

  async function add(added: readonly SpeglaRecord[]): Promise<void> {
    const groups = Map.groupBy(added, (record) => record.round ?? 'space');
    for (const [group, fresh] of groups) {
      const last = lastBlocks.get(group);
      await write(group, last === undefined ? [] : [last], fresh);
    }
  }

  return { load, add, forget: (round) => void lastBlocks.delete(round) };
}
