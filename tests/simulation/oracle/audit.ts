import { centreDatabaseName, type StoredEnvelope } from '#store/centre-store.ts';
import type { Machine } from '../world/machine.ts';
import { BrokenPromise, type World } from '../world/world.ts';

/** What lies on one machine's disk; undefined while somebody writes on it. */
export interface OnDisk {
  readonly envelopes: ReadonlyMap<string, StoredEnvelope>;
  /** Lane by id. */
  readonly outbox: ReadonlyMap<string, string>;
  readonly aside: readonly { id: string; reason: string; envelope: StoredEnvelope }[];
  readonly purged: ReadonlySet<string>;
  readonly cursor: { epoch?: string; after?: number; mark?: string } | undefined;
}

export function lookAtDisk({ space }: World, { disk }: Machine): OnDisk | undefined {
  const table = (name: string) => disk.peek(centreDatabaseName(space), name);
  const envelopes = table('envelopes') as readonly StoredEnvelope[] | undefined;
  if (envelopes === undefined) return undefined;
  const packs = (table('packs') ?? []) as { envelopes: readonly StoredEnvelope[] }[];
  const outbox = (table('outbox') ?? []) as { id: string; lane: string }[];
  const meta = (table('meta') ?? []) as { name: string; value: unknown }[];
  const purged = (table('purged') ?? []) as { round: string }[];
  return {
    envelopes: new Map(
      [...envelopes, ...packs.flatMap(({ envelopes }) => envelopes)].map((envelope) => [
        envelope.id,
        envelope,
      ]),
    ),
    outbox: new Map(outbox.map(({ id, lane }) => [id, lane])),
    aside: (table('aside') ?? []) as OnDisk['aside'],
    purged: new Set(purged.map(({ round }) => round)),
    cursor: meta.find(({ name }) => name === 'cursor')?.value as OnDisk['cursor'],
  };
}

export interface MailboxRow extends StoredEnvelope {
  readonly seq: number;
}

/** What lies in the mailbox; undefined while it is down, or knows no such space. */
export function lookAtMailbox({ host, space }: World) {
  const database = host.database();
  const state = database?.prepare('SELECT epoch, head FROM space WHERE id = ?').get(space);
  if (database === undefined || state === undefined) return undefined;
  const rows = database
    .prepare('SELECT seq, id, kind, key, round, sealed FROM envelope WHERE space = ? ORDER BY seq')
    .all(space) as unknown as MailboxRow[];
  const purged = database.prepare('SELECT id FROM purged_round WHERE space = ?').all(space);
  const rounds = database.prepare('SELECT id FROM round WHERE space = ?').all(space);
  return {
    epoch: String(state['epoch']),
    head: Number(state['head']),
    rows,
    purged: new Set(purged.map(({ id }) => String(id))),
    /** Whose links it knows. */
    rounds: new Set(rounds.map(({ id }) => String(id))),
  };
}

/** Looks at one machine while the world goes on: what must be true at every moment. */
export function auditMachine(world: World, machine: Machine, seenPurged: Set<string>): void {
  const here = lookAtDisk(world, machine);
  if (here === undefined) return;
  const { notes, everStored } = world;
  const broken = (promise: string, what: string): never => {
    throw new BrokenPromise(promise, `${machine.name}: ${what}`);
  };

  for (const round of here.purged) seenPurged.add(`${machine.name} ${round}`);
  for (const seen of seenPurged) {
    const [name, round = ''] = seen.split(' ');
    if (name === machine.name && !here.purged.has(round)) {
      broken('purged stays purged', `has forgotten that ${round} was purged`);
    }
  }
  const kept = [...here.envelopes.values(), ...here.aside.map(({ envelope }) => envelope)];
  for (const { id, kind, round } of kept) {
    if (round !== null && kind !== 'purge' && here.purged.has(round)) {
      broken('purged stays purged', `${kind} ${id} of purged ${round} is on the disk`);
    }
  }
  const aside = new Set(here.aside.map(({ envelope }) => envelope.id));
  for (const [id, envelope] of here.envelopes) {
    const made = notes.made.get(id);
    if (made === undefined) broken('nothing comes from nowhere', `${id} was made by nobody`);
    else if (made.envelope.sealed !== envelope.sealed || made.envelope.kind !== envelope.kind) {
      broken('each body once', `${id} has another body than it was made with`);
    } else if (
      made.machine === machine.name &&
      !here.outbox.has(id) &&
      !aside.has(id) &&
      !everStored.has(id) &&
      envelope.kind !== 'purge'
    ) {
      broken('acknowledged ⊆ final', `${id} waits for nothing, and the mailbox never had it`);
    }
  }
  for (const id of here.outbox.keys()) {
    if (!here.envelopes.has(id)) broken('the outbox holds what is here', `${id} is not`);
  }
  for (const [id, { machine: maker, isThanked, envelope }] of notes.made) {
    const isGone = envelope.round !== null && notes.purged.has(envelope.round);
    if (maker === machine.name && isThanked && !here.envelopes.has(id) && !isGone) {
      broken('thanked for = on disk', `${id} is gone`);
    }
  }
  auditCursor(world, machine, here);
}

/** An envelope keeps its place in the sequence for as long as the mailbox lives: it was stored once. */
export function auditMailbox(world: World): void {
  const mailbox = lookAtMailbox(world);
  if (mailbox === undefined) return;
  const { acknowledged, notes, places } = world;
  const ids = new Set(mailbox.rows.map(({ id }) => id));
  for (const id of acknowledged) {
    const round = notes.made.get(id)?.envelope.round ?? null;
    if (ids.has(id) || (round !== null && mailbox.purged.has(round))) continue;
    throw new BrokenPromise(
      'acknowledged = in the mailbox',
      `it said so of ${id}, which it has not`,
    );
  }
  for (const { id, seq, round, kind } of mailbox.rows) {
    const place = places.get(id) ?? seq;
    places.set(id, place);
    if (place !== seq) {
      throw new BrokenPromise('each body once', `${id} stood at ${place} and stands at ${seq}`);
    }
    if (round !== null && kind !== 'purge' && mailbox.purged.has(round)) {
      throw new BrokenPromise('purged stays purged', `the mailbox has ${kind} ${id} of ${round}`);
    }
  }
}

/** Whatever stands in the mailbox at or before a device's place, the device has met. */
function auditCursor(world: World, machine: Machine, here: OnDisk): void {
  const mailbox = lookAtMailbox(world);
  const { epoch, after = 0, mark } = here.cursor ?? {};
  if (mailbox === undefined || epoch !== mailbox.epoch || after > mailbox.head) return;
  const there = mailbox.rows.find(({ seq }) => seq === after);
  if (mark !== undefined && there !== undefined && there.id !== mark) return; // It will notice at its next pull.
  if (world.wasRestored && (mark === undefined || there === undefined)) return;
  for (const { id, kind, round, seq } of mailbox.rows) {
    if (seq > after) break;
    const isRefused = round !== null && kind !== 'purge' && here.purged.has(round);
    if (!here.envelopes.has(id) && !isRefused) {
      throw new BrokenPromise(
        'the cursor never steps over',
        `${machine.name} stands at ${after} and has never met ${id} at ${seq}`,
      );
    }
  }
}
