import { aeadOpen, aeadSeal } from '#crypto/aead.ts';
import { textOf, utf8, type Bytes } from '#crypto/bytes.ts';
import { parseRecord, type SpeglaRecord } from '#records/record.ts';
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

/** Raised whenever parsing learns of new members: blocks of an older reader are dropped, and all is opened anew. */
const readerVersion = 1;

function blockData(group: string): Bytes {
  return utf8(`spegla/1 block ${readerVersion} ${group}`);
}

export function createOpenedBlocks(store: Store, storageKey: CryptoKey): OpenedBlocks {
  const lastBlocks = new Map<string, LastBlock>();

  async function load(): Promise<readonly SpeglaRecord[]> {
    const records: SpeglaRecord[] = [];
    const partial = new Map<string, LastBlock[]>();
    const unopened: number[] = [];
    for (const block of await store.blocks()) {
      if (block.key === undefined) continue;
      const plain = await aeadOpen(storageKey, block.sealed, blockData(block.round));
      if (plain === undefined) {
        unopened.push(block.key);
        continue;
      }
      const rows = parseRows(textOf(plain));
      for (const row of rows) records.push(row);
      if (rows.length >= recordsPerBlock) continue;
      const ofRound = partial.get(block.round) ?? [];
      partial.set(block.round, [...ofRound, { key: block.key, records: rows }]);
    }
    await store.dropBlocks(unopened);
    for (const [group, blocks] of partial) {
      const [only, ...others] = blocks;
      if (only !== undefined && others.length === 0) lastBlocks.set(group, only);
      // Two open pages each left one, with much the same in it: from now on they are one.
      else await write(group, blocks, []);
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
    const sealed = await aeadSeal(storageKey, utf8(JSON.stringify(records)), blockData(group));
    const key = await store.replaceBlocks(
      old.map((block) => block.key),
      { round: group, sealed },
    );
    if (records.length < recordsPerBlock) lastBlocks.set(group, { key, records });
    else lastBlocks.delete(group);
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

/** Block rows were parsed when they were opened; parsing again guards against an older app's shapes. */
function parseRows(text: string): readonly SpeglaRecord[] {
  const rows = JSON.parse(text) as readonly SpeglaRecord[];
  return rows.flatMap((row) => {
    const { id, kind, round } = row;
    const parsed = parseRecord({ id, kind, round }, JSON.stringify(row.body));
    return parsed.ok ? [parsed.record] : [];
  });
}
