/** What a peer's page can be asked to do, step by step; each step is timed in the page itself. */
export interface BenchDevice {
  /** Opens this device's database; whatever a device does once in its life is not timed. */
  open(setting: BenchSetting): Promise<void>;
  /** Writes the device's envelopes locally. */
  write(envelopes: readonly BenchEnvelope[]): Promise<void>;
  /** Sends everything that was written here; resolves when the server has it and this device knows. */
  push(): Promise<void>;
  /** Takes everything in; resolves when it is in this device's own store. */
  pull(): Promise<void>;
  /** What the store holds, read back from it. */
  readBack(): Promise<readonly BenchEnvelope[]>;
  remove(): Promise<void>;
}

export interface BenchSetting {
  /** A new one in each round: names the databases. */
  readonly run: string;
  /** 22 characters each, made by the runner. */
  readonly space: string;
  readonly token: string;
  readonly tokenHash: string;
  readonly adminTokenHash: string;
}

export interface BenchEnvelope {
  readonly v: 1;
  readonly id: string;
  readonly kind: 'answer';
  readonly key: string;
  readonly round: string;
  readonly sealed: string;
}

const envelopeBytes = 1_024;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Random base64url text, as incompressible as what is sealed. */
function noise(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  let text = '';
  for (const byte of bytes) text += letters[byte % 64];
  return text;
}

/** An id as the wire has it: 16 bytes, so the last letter holds four bits only. */
const newId = (): string => `${noise(21)}${'AQgw'[Math.floor(Math.random() * 4)] ?? 'A'}`;

/** Envelopes of exactly 1 KiB as JSON text, in turn of a year's three rounds. */
function makeEnvelopes(count: number): BenchEnvelope[] {
  const rounds = [newId(), newId(), newId()];
  const key = newId();
  return Array.from({ length: count }, (_unused, at) => {
    const round = rounds[at % rounds.length] ?? key;
    const bare = { v: 1, id: newId(), kind: 'answer', key, round, sealed: '' } as const;
    return { ...bare, sealed: noise(envelopeBytes - JSON.stringify(bare).length) };
  });
}

/** SHA-256 over every member of every envelope, in the order of ids: equal for equal sets only. */
async function checksum(envelopes: readonly BenchEnvelope[]): Promise<string> {
  const lines = envelopes.map(({ v, id, kind, key, round, sealed }) =>
    JSON.stringify([v, id, kind, key, round, sealed]),
  );
  const bytes = new TextEncoder().encode(lines.toSorted().join('\n'));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `${envelopes.length}:${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

async function timed(step: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await step();
  return performance.now() - started;
}

/** What the runner calls in the page. */
export interface BenchPage {
  open(setting: BenchSetting): Promise<void>;
  /** Makes and writes envelopes; the checksum of what was written, and the milliseconds that writing took. */
  write(count: number): Promise<{ readonly sum: string; readonly ms: number }>;
  push(): Promise<number>;
  pull(): Promise<number>;
  sum(): Promise<string>;
  remove(): Promise<void>;
}

declare global {
  var bench: BenchPage | undefined;
}

export function offerBench(device: BenchDevice): void {
  globalThis.bench = {
    open: (setting) => device.open(setting),
    write: async (count) => {
      const envelopes = makeEnvelopes(count);
      const ms = await timed(() => device.write(envelopes));
      return { sum: await checksum(envelopes), ms };
    },
    push: () => timed(() => device.push()),
    pull: () => timed(() => device.pull()),
    sum: async () => checksum(await device.readBack()),
    remove: () => device.remove(),
  };
}

/** How many envelopes go at once, everywhere: Spegla's own limit, and what serves the others best. */
export const batchSize = 500;
