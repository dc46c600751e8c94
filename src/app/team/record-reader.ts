import type { SealedEnvelope } from '#crypto/envelope-seal.ts';
import { parseRecord, type SpeglaRecord } from '#records/record.ts';
import type { StoredEnvelope } from '#store/centre-store.ts';
import type { Store } from '#store/store.ts';
import type { Keyring, Opened } from './keyring.ts';
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
  /** What has come and gone in `reading.records` since this was last asked. */
  takeChanges(): RecordChanges;
}

export interface RecordChanges {
  readonly fresh: readonly SpeglaRecord[];
  readonly gone: ReadonlySet<string>;
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
/** Opened and parsed at once: few enough for the page to answer a touch between. */
const openedAtOnce = 128;
const slicesAhead = 4;

export function createRecordReader(
  store: Store,
  keyring: Keyring,
  blocks: OpenedBlocks,
): RecordReader {
  const records = new Map<string, SpeglaRecord>();
  const failed = new Map<string, UnreadableEnvelope>();
  /** Grants are opened at each start and kept out of the blocks: the raw team key is only ever in memory. */
  const keysSeen = new Set<string>();
  /** Recordings that were sealed for a round's links: phones play them, and the team has its own. */
  const forLinks = new Set<string>();
  const purged = new Set<string>();
  const purgeIds = new Map<string, Set<string>>();
  let fresh: SpeglaRecord[] = [];
  let gone = new Set<string>();

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

  function notePurges(found: readonly { id: string; kind: string; round: string | null }[]): void {
    for (const { id, kind, round } of found) {
      if (kind !== 'purge' || round === null) continue;
      purgeIds.set(round, (purgeIds.get(round) ?? new Set()).add(id));
    }
  }

  async function purge(round: string): Promise<void> {
    purged.add(round);
    // Two devices may have purged it at once: both purges stay, as everywhere else.
    await store.purge(round, [...(purgeIds.get(round) ?? [])]);
    blocks.forget(round);
    keyring.forgetRound(round);
  }

  async function admit(record: SpeglaRecord): Promise<void> {
    if (record.kind === 'purge' && record.round !== null && !purged.has(record.round)) {
      await purge(record.round);
    }
    if (record.kind === 'grant') return;
    records.set(record.id, record);
    gone.delete(record.id);
    fresh.push(record);
  }

  function read(envelope: SealedEnvelope, opened: Opened): SpeglaRecord | undefined {
    const fail = (reason: string): undefined => {
      const { id, kind, round } = envelope;
      failed.set(id, { id, kind, round, reason });
      return undefined;
    };
    if (!opened.ok) return fail(opened.reason);
    const parsed = parseRecord(envelope, opened.text);
    if (!parsed.ok) return fail(parsed.reason);
    failed.delete(envelope.id);
    const { id, kind, round } = envelope;
    // The record alone: its envelope, which it was parsed with, is kept once already.
    return withoutSound({ id, kind, round, body: parsed.record.body } as SpeglaRecord);
  }

  async function readPhase(envelopes: readonly SealedEnvelope[]): Promise<readonly SpeglaRecord[]> {
    const readable: SpeglaRecord[] = [];
    const open = (at: number): ReturnType<Keyring['openAll']> =>
      keyring.openAll(envelopes.slice(at, at + openedAtOnce));
    // The next ones are opened on another thread while this one parses: enough of them that it never waits for this one.
    const openings = Array.from({ length: slicesAhead }, (_unused, at) => open(at * openedAtOnce));
    for (let at = 0; at < envelopes.length; at += openedAtOnce) {
      const some = (await openings.shift()) ?? [];
      openings.push(open(at + slicesAhead * openedAtOnce));
      for (const [index, opened] of some.entries()) {
        const envelope = envelopes[at + index];
        const record = envelope === undefined ? undefined : read(envelope, opened);
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
      if (records.delete(id)) gone.add(id);
      failed.delete(id);
      changed = true;
    }
    const isNew = (id: string): boolean =>
      !records.has(id) && !keysSeen.has(id) && !failed.has(id) && !forLinks.has(id);
    const missing = [...ids].filter(isNew);
    // A key that has just come may open what failed for want of it.
    const waiting = [...failed.values()].filter(({ reason }) => reason === 'noKey');
    const wanted = missing.length === 0 ? [] : [...missing, ...waiting.map(({ id }) => id)];
    const found = (await store.get(wanted)).filter(isSealedEnvelope);
    for (const envelope of found) if (isForLinks(envelope)) forLinks.add(envelope.id);
    const envelopes = found.filter((envelope) => !isForLinks(envelope));
    notePurges(envelopes);
    const readNow: SpeglaRecord[] = [];
    for (const kinds of phases) {
      const ofPhase = envelopes.filter(
        ({ id, kind }) => kinds.includes(kind) && !(kind === 'grant' && keysSeen.has(id)),
      );
      readNow.push(...(await readPhase(ofPhase)));
    }
    for (const { id, kind } of envelopes) {
      if (!keyKinds.includes(kind)) continue;
      keysSeen.add(id);
      // Another device's grant has no key here, and that is as it should be; a broken one of ours is not.
      if (failed.get(id)?.reason === 'noKey') failed.delete(id);
    }
    const kept = readNow.filter(
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
      const left = new Set<string>();
      const opened = await blocks.load();
      notePurges(opened);
      const standing = opened.filter(({ round, kind }) => {
        // Another page may have written a block of a round while this device was purging it.
        const isLeft = round !== null && purged.has(round) && kind !== 'purge';
        if (isLeft) left.add(round);
        return !isLeft;
      });
      // Side by side: ten years of keys one after the other would be most of a start.
      const taken = await Promise.all(standing.map(takeKey));
      for (const [at, record] of standing.entries()) if (taken[at] === true) await admit(record);
      for (const round of left) await purge(round);
    },
    update,
    get reading() {
      return { records, unreadable: [...failed.values()] };
    },
    takeChanges: () => {
      // Read and gone again between two questions: as if it had never been.
      const changes = { fresh: fresh.filter(({ id }) => records.has(id)), gone };
      fresh = [];
      gone = new Set();
      return changes;
    },
  };
}

function isForLinks({ kind, round }: SealedEnvelope): boolean {
  return kind === 'voice' && round !== null;
}

/** A recording is long and seldom listened to: its sound stays in its envelope (voice-shelf.ts), out of memory and blocks. */
function withoutSound(record: SpeglaRecord): SpeglaRecord {
  return record.kind === 'voice' ? { ...record, body: { ...record.body, data: '' } } : record;
}

function isSealedEnvelope(envelope: StoredEnvelope): envelope is StoredEnvelope & SealedEnvelope {
  return phases.some((kinds) => kinds.includes(envelope.kind)) || envelope.kind === 'invite';
}
