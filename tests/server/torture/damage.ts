import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Envelope } from '#protocol/envelope.ts';
import type { DeviceCapability, Mailbox } from '#server/mailbox.ts';
import { openSqliteDatabase } from '#server/sqlite-database.ts';
import { createSqliteMailbox } from '#server/sqlite-mailbox.ts';
import { createDice, type Dice } from '../../simulation/engine/dice.ts';

/** What a disk held at one moment, with the log still full, and what had been written by then. */
export interface Image {
  readonly folder: string;
  readonly by: DeviceCapability;
  readonly written: readonly Envelope[];
}

export type DamageOutcome =
  | { readonly type: 'refused'; readonly reason: string }
  | { readonly type: 'served'; readonly count: number; readonly reports: number }
  /** It started, and then could not read: a request would get 503. */
  | { readonly type: 'failed'; readonly error: string }
  | { readonly type: 'garbage'; readonly what: string };

export interface DamageReport {
  readonly cases: number;
  readonly counts: Readonly<Record<DamageOutcome['type'], number>>;
  readonly wrong: readonly string[];
}

const files = ['mailbox.sqlite', 'mailbox.sqlite-wal'] as const;
const clear =
  /^The database \S+ (is damaged|belongs to something else|was made by a newer|cannot be)[^\n]*$/;

/** Runs a mailbox for a while and keeps a copy of its files from the midst of it, as a dead machine would. */
export async function makeImage(dice: Dice): Promise<Image> {
  const folder = mkdtempSync(join(tmpdir(), 'spegla-image-'));
  const live = mkdtempSync(join(tmpdir(), 'spegla-live-'));
  const opened = openSqliteDatabase(join(live, files[0]));
  if (!opened.ok) throw new Error(opened.reason);
  const mailbox = createSqliteMailbox({ database: opened.database });
  const [space, device] = [dice.bytes(16), dice.bytes(16)];
  const tokens = { adminTokenHash: dice.bytes(32), tokenHash: dice.bytes(32) };
  await mailbox.createSpace({ space, device, ...tokens });
  const by = { kind: 'device', space, device } as const;
  const written: Envelope[] = [];
  const write = async (batches: number) => {
    for (let batch = 0; batch < batches; batch++) {
      const envelopes = Array.from({ length: 1 + dice.below(6) }, () => editOf(dice));
      written.push(...envelopes);
      await mailbox.pushEnvelopes(by, envelopes);
    }
  };
  await write(40);
  if (dice.chance(0.7)) opened.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  await write(1 + dice.below(30));
  for (const name of files) copyFileSync(join(live, name), join(folder, name));
  await mailbox.close();
  rmSync(live, { recursive: true, force: true });
  return { folder, by, written };
}

function editOf(dice: Dice): Envelope {
  const sealed = dice.bytes(30 + dice.below(dice.chance(0.1) ? 6_000 : 300));
  return { v: 1, id: dice.bytes(16), kind: 'edit', key: dice.bytes(16), round: null, sealed };
}

/** Cuts, zeroes, garbles or flips something at a random place of one of the files. */
export function damage(file: string, dice: Dice): string {
  const bytes = readFileSync(file);
  if (bytes.length === 0) return 'nothing to damage';
  const from = dice.below(bytes.length);
  const length = dice.pick([1, 1, 16, 200, 4_096, 20_000]);
  const part = bytes.subarray(from, from + length);
  const how = dice.pick(['cut', 'zero', 'garble', 'flip', 'flip', 'append'] as const);
  if (how === 'cut') writeFileSync(file, bytes.subarray(0, from));
  if (how === 'zero') part.fill(0);
  if (how === 'garble') for (const at of part.keys()) part[at] = dice.below(256);
  if (how === 'flip') bytes[from] = (bytes[from] ?? 0) ^ (1 << dice.below(8));
  if (how === 'append') writeFileSync(file, Buffer.concat([bytes, part]));
  if (how === 'zero' || how === 'garble' || how === 'flip') writeFileSync(file, bytes);
  return `${how} ${part.length} bytes at ${from} of ${bytes.length}`;
}

/** Opens what is left and reads all of it. */
export async function tryToServe(
  folder: string,
  { by, written }: Image,
  isLogAlone: boolean,
): Promise<DamageOutcome> {
  const opened = openSqliteDatabase(join(folder, files[0]));
  if (!opened.ok) {
    return clear.test(opened.reason)
      ? { type: 'refused', reason: opened.reason }
      : { type: 'garbage', what: `an unclear refusal: ${opened.reason}` };
  }
  let reports = 0;
  let mailbox: Mailbox | undefined;
  try {
    mailbox = createSqliteMailbox({ database: opened.database, report: () => reports++ });
    const served: Envelope[] = [];
    for (let after = 0; ;) {
      const page = await mailbox.pull(by, { after, limit: 7 });
      // Who is not enrolled in what is left of the file is refused, and that is all.
      if (!page.ok) return { type: 'served', count: 0, reports };
      served.push(...page.value.envelopes);
      if (page.value.next >= page.value.head) break;
      if (page.value.next <= after) return { type: 'garbage', what: 'the pages do not go on' };
      after = page.value.next;
    }
    const fault = faultOf(served, written, isLogAlone);
    if (fault !== null) return { type: 'garbage', what: fault };
    return { type: 'served', count: served.length, reports };
  } catch (error) {
    return { type: 'failed', error: String(error) };
  } finally {
    await mailbox?.close().catch(() => {});
  }
}

/** A log that ends early leaves a prefix; a hole in the file itself may leave rows out, but never another order. */
function faultOf(
  served: readonly Envelope[],
  written: readonly Envelope[],
  isLogAlone: boolean,
): string | null {
  let at = -1;
  for (const envelope of served) {
    const place = written.findIndex(({ id }) => id === envelope.id);
    if (JSON.stringify(written[place]) !== JSON.stringify(envelope))
      return 'something never written';
    if (place <= at) return 'another order, or one twice';
    if (isLogAlone && place !== at + 1) return 'a hole';
    at = place;
  }
  return null;
}

/** So many damages, each on a fresh copy of one of a few images. */
export async function damageAgainAndAgain(cases: number, seed: number): Promise<DamageReport> {
  const dice = createDice(seed);
  const images = [await makeImage(dice), await makeImage(dice), await makeImage(dice)];
  const counts = { refused: 0, served: 0, failed: 0, garbage: 0 };
  const wrong: string[] = [];
  for (let number = 0; number < cases; number++) {
    const image = dice.pick(images);
    const folder = mkdtempSync(join(tmpdir(), 'spegla-damage-'));
    for (const name of files) copyFileSync(join(image.folder, name), join(folder, name));
    const name = dice.pick(files);
    const what = damage(join(folder, name), dice);
    const outcome = await tryToServe(folder, image, name === files[1]);
    counts[outcome.type]++;
    if (outcome.type === 'garbage') wrong.push(`case ${number}, ${name}, ${what}: ${outcome.what}`);
    rmSync(folder, { recursive: true, force: true });
  }
  for (const { folder } of images) rmSync(folder, { recursive: true, force: true });
  return { cases, counts, wrong };
}
