import type { Layout, Rows } from './row-database.ts';

/** An envelope as the store sees it: an id, a round, and a body that it never looks into. */
export interface StoredEnvelope {
  readonly v: 1;
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly round: string | null;
  readonly sealed: string;
}

/** Envelopes of one round that came together from elsewhere: one row, as rows are what costs (docs/adr/0010-packs.md). */
export interface Pack {
  readonly key?: number;
  readonly round: string | null;
  readonly envelopes: readonly StoredEnvelope[];
}

/** Which ids a pack of the same key holds: read at each start, where the envelopes themselves need not be. */
export interface PackIds {
  readonly key: number;
  readonly ids: readonly string[];
}

/** Waiting to be acknowledged. `lane` says under whose token it goes: 'space', 'admin', or a round's id. */
export interface OutboxRow {
  readonly id: string;
  readonly lane: string;
  /** One more envelope of an answer that another row stands for: people count answers. Which one, nothing says. */
  readonly isFurther?: true;
}

/** A round's way out of this device: where its answers go and the write-only token that lets them in. */
export interface Lane {
  readonly round: string;
  /** The mailbox's origin; null where the centre has none, and answers stay here until it has. */
  readonly origin: string | null;
  readonly token: string;
  /** Random, of this round and device alone: under it a kiosk reports. */
  readonly kiosk?: string;
  /** Hand-ins ever collected here. */
  readonly collected?: number;
  /** When (ISO) everything that was offered was last taken, and what the mailbox said the last time that it was not. */
  readonly sentAt?: string;
  readonly trouble?: string | undefined;
}

/** Refused for good by the mailbox, or in conflict with what is here: kept aside whole, never thrown away. */
export interface AsideRow {
  readonly id: string;
  readonly reason: string;
  readonly envelope: StoredEnvelope;
  /** As in the outbox. */
  readonly isFurther?: true;
}

/** A line of a file that is no envelope: kept as it came. */
export interface UnreadLine {
  readonly key?: number;
  readonly reason: string;
  readonly text: string;
}

/** What was opened once, sealed again under the device's own key. */
export interface Block {
  readonly key?: number;
  /** A round's id, or 'space'. */
  readonly round: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** The tables of a centre's database that both pages use. */
export interface CentreTables {
  readonly envelopes: Rows<StoredEnvelope>;
  readonly outbox: Rows<OutboxRow>;
  readonly lanes: Rows<Lane>;
  readonly aside: Rows<AsideRow>;
  readonly purged: Rows<{ readonly round: string }>;
}

/** One centre's database, `spegla-<space id>`, version by version. Shared by the team's page and the answering page. */
export const centreLayouts: readonly Layout[] = [
  {
    // The primary key is random, so that the rows' order says nothing of who came first.
    envelopes: 'id, round',
    outbox: 'id, lane',
    lanes: 'round',
    aside: 'id',
    unreadLines: '++key',
    blocks: '++key, round',
    purged: 'round',
    meta: 'name',
  },
  // Packs never change: they are added and taken away, under keys that are never used again.
  { packs: '++key, round', packIds: 'key' },
];

/** Where a device's storage comes from: the browser's own by default, another one in tests. */
export interface StorageFactory {
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof IDBKeyRange;
  /** How the pages of one device reach one another: two devices in one process must not. */
  readonly newChannel?: (name: string) => BroadcastChannel;
}

/** A channel between the pages of this device. */
export function openChannel({ newChannel }: StorageFactory, name: string): BroadcastChannel {
  const channel = newChannel?.(name) ?? new BroadcastChannel(name);
  // In Node an open channel would keep the process alive; a browser has no such method.
  if ('unref' in channel && typeof channel.unref === 'function') channel.unref();
  return channel;
}

/** The newest layout that this code knows. */
export const centreDatabaseVersion = centreLayouts.length;

export function centreDatabaseName(space: string): string {
  return `spegla-${space}`;
}
