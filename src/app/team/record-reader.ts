import type { SealedEnvelope } from '#crypto/envelope-seal.ts';
import { parseRecord, type SpeglaRecord } from '#records/record.ts';
import type { StoredEnvelope } from '#store/centre-store.ts';
import type { Store } from '#store/store.ts';
import type { Keyring } from './keyring.ts';
import type { OpenedBlocks } from './opened-blocks.ts';
import type { UnreadableEnvelope } from './team-app.ts';

/** Everything that this device can read, and what it cannot, with the reason. */
export interface Reading {
  readonly records: ReadonlyMap<string, SpeglaRecord>;
  readonly unreadable: readonly UnreadableEnvelope[];
}

/** Reads a store as it grows: opens each envelope once, keeps what it read, never lets one stop the rest. */
export interface RecordReader {
  /** Reads what earlier visits opened. Call once, first. */
  start(): Promise<void>;
  /** Reads whatever is new; true where anything changed. */
  update(): Promise<boolean>;
  readonly reading: Reading;
}

/** Keys before what they open. Answers last: they need their round's key. */
const phases: readonly (readonly string[])[] = [
  ['grant'],
  ['roundKey'],
  ['purge'],
  ['edit', 'fact', 'voice'],
  ['answer'],
];
/** For this device's pair only, or opened by whoever joins: others' are not "unreadable". */
const keyKinds = ['grant', 'invite'];
/** Opened side by side, so that WebCrypto's threads have work; the event loop breathes between. */
const openedAtOnce = 64;

export function createRecordReader(
  store: Store,
  keyring: Keyring,
  blocks: OpenedBlocks,
): RecordReader {
  const records = new Map<string, SpeglaRecord>();
  const failed = new Map<string, UnreadableEnvelope>();
  /** Grants are opened at each start and kept out of the blocks: the raw team key is only ever in memory. */
  const keysSeen = new Set<string>();
  const purged = new Set<string>();

  /** False where a record's key is no key: forged by someone who holds the team's, or written by a broken app. */
  async function takeKey(record: SpeglaRecord): Promise<boolean> {
    try {
      if (record.kind === 'grant') await keyring.addEpoch(record.body);
      if (record.kind === 'roundKey' && record.round !== null) {
        await keyring.addRoundKey(record.round, record.body);
      }
      return true;
    } catch {
      return false;
    }
  }

  async function admit(record: SpeglaRecord): Promise<void> {
    if (record.kind === 'purge' && record.round !== null && !purged.has(record.round)) {
      purged.add(record.round);
      await store.purge(record.round, [record.id]);
      blocks.forget(record.round);
      keyring.forgetRound(record.round);
    }
    if (record.kind !== 'grant') records.set(record.id, record);
  }

  async function read(envelope: SealedEnvelope): Promise<SpeglaRecord | undefined> {
    const fail = (reason: string): undefined => {
      const { id, kind, round } = envelope;
      failed.set(id, { id, kind, round, reason });
      return undefined;
    };
    const opened = await keyring.open(envelope);
    if (!opened.ok) return fail(opened.reason);
    const parsed = parseRecord(envelope, opened.text);
    if (!parsed.ok) return fail(parsed.reason);
    failed.delete(envelope.id);
    const { id, kind, round } = envelope;
    return { ...parsed.record, id, kind, round } as SpeglaRecord;
  }

  async function readPhase(envelopes: readonly SealedEnvelope[]): Promise<readonly SpeglaRecord[]> {
    const readable: SpeglaRecord[] = [];
    for (let at = 0; at < envelopes.length; at += openedAtOnce) {
      const some = await Promise.all(envelopes.slice(at, at + openedAtOnce).map(read));
      for (const record of some) {
        if (record === undefined) continue;
        if (await takeKey(record)) {
          await admit(record);
          readable.push(record);
        } else {
          const { id, kind, round } = record;
          failed.set(id, { id, kind, round, reason: 'badKey' });
        }
      }
    }
    return readable;
  }

  async function update(): Promise<boolean> {
    const ids = new Set(await store.allIds());
    let changed = false;
    for (const id of [...records.keys(), ...failed.keys()]) {
      if (ids.has(id)) continue;
      records.delete(id);
      failed.delete(id);
      changed = true;
    }
    const isNew = (id: string): boolean => !records.has(id) && !keysSeen.has(id) && !failed.has(id);
    const missing = [...ids].filter(isNew);
    // A key that has just come may open what failed for want of it.
    const waiting = [...failed.values()].filter(({ reason }) => reason === 'noKey');
    const wanted = missing.length === 0 ? [] : [...missing, ...waiting.map(({ id }) => id)];
    const envelopes = (await store.get(wanted)).filter(isSealedEnvelope);
    const fresh: SpeglaRecord[] = [];
    for (const kinds of phases) {
      const ofPhase = envelopes.filter(
        ({ id, kind }) => kinds.includes(kind) && !(kind === 'grant' && keysSeen.has(id)),
      );
      fresh.push(...(await readPhase(ofPhase)));
    }
    for (const { id, kind } of envelopes) {
      if (!keyKinds.includes(kind)) continue;
      keysSeen.add(id);
      // Another device's grant has no key here, and that is as it should be; a broken one of ours is not.
      if (failed.get(id)?.reason === 'noKey') failed.delete(id);
    }
    const kept = fresh.filter(
      ({ kind, round }) =>
        !keyKinds.includes(kind) && (round === null || kind === 'purge' || !purged.has(round)),
    );
    // Blocks only save time: a disk that has no room for them must not hide what was read.
    if (kept.length > 0) await blocks.add(kept).catch(() => undefined);
    return changed || missing.length > 0;
  }

  return {
    start: async () => {
      for (const round of await store.purgedRounds()) purged.add(round);
      for (const record of await blocks.load()) {
        if (await takeKey(record)) await admit(record);
      }
    },
    update,
    get reading() {
      return { records, unreadable: [...failed.values()] };
    },
  };
}

function isSealedEnvelope(envelope: StoredEnvelope): envelope is StoredEnvelope & SealedEnvelope {
  return phases.some((kinds) => kinds.includes(envelope.kind)) || envelope.kind === 'invite';
}
