import { expect, it } from 'vitest';
import { createKeyStore } from '#store/key-store.ts';
import { bookPaths } from '#records/book-paths.ts';
import { parseAnswerLink, parseTeamLink } from '#records/links.ts';
import { until } from '../app/until.ts';
import { announcedTeamLink, setupShortScenario } from '../scenario/scenario.ts';
import { allRows } from './raw-storage.ts';

/** Whether a value holds one of the needles, as text or as bytes, however deep. */
function holds(value: unknown, needles: readonly Buffer[]): boolean {
  if (typeof value === 'string') return holds(Buffer.from(value), needles);
  if (ArrayBuffer.isView(value)) {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return needles.some((needle) => bytes.includes(needle));
  }
  if (value instanceof ArrayBuffer) return holds(new Uint8Array(value), needles);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, one]) => holds(key, needles) || holds(one, needles));
}

function keysIn(value: unknown): readonly CryptoKey[] {
  if (value instanceof CryptoKey) return [value];
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  return Object.values(value).flatMap(keysIn);
}

const canary = 'Kanariefågel-7431';

/** A team, a phone and a kiosk that all wrote the canary wherever a person can write. */
async function setupCanaries() {
  const story = await setupShortScenario('2026-11-02T09:00:00');
  const office = story.teamDevice(`${canary} kontor`);
  const tablet = story.teamDevice(`${canary} platta`);
  await office.createsCentre();
  await office.centre.nameMailbox(story.mailbox.origin, story.mailbox.code);
  const teamLink = await announcedTeamLink(office);
  await tablet.joins(teamLink);
  const unusedLink = await announcedTeamLink(office);
  await office.centre.setField(bookPaths.positionComment(2026, 'r01'), canary);
  await office.centre.setField(bookPaths.centreResponsible, { name: canary, contact: canary });
  const round = await office.centre.openRound('parents', 2026, '2026-11-02', '2026-11-15');
  const poster = await office.printsPoster(round);
  await until(tablet.centre.rounds, ({ length }) => length === 1);
  const said = { marks: { 'p-near': 4 }, texts: { 'p-good': canary } };
  const phone = await story.opens(poster);
  phone.world.goOffline(); // So that the answer lies in the phone.
  await phone.handsIn(said);
  const kiosk = await tablet.opensTablet(round);
  await kiosk.handsIn(said);
  await kiosk.isSent();
  await until(office.centre.rounds, ([only]) => only?.textCount === 1);
  const keys = office.centre.ledger.value.roundKeys.get(round);
  const secrets = [
    await office.centre.kitSecret(),
    parseAnswerLink(new URL(poster).hash)?.secret,
    keys?.kioskSecret,
    keys?.privateKey,
    parseTeamLink(teamLink)?.secret,
    parseTeamLink(unusedLink)?.secret,
  ].map((secret) => {
    if (secret === null || secret === undefined) throw new Error('a secret is missing');
    return secret;
  });
  return { story, office, tablet, phone, kiosk, secrets };
}

it('leaves nothing on any disk that anyone wrote or could be read with', async () => {
  const { office, tablet, phone, secrets } = await setupCanaries();
  const needles = [
    Buffer.from(canary),
    Buffer.from(canary, 'utf16le'),
    ...secrets.flatMap((secret) => [Buffer.from(secret), Buffer.from(secret, 'base64url')]),
  ];
  for (const [name, device] of Object.entries({ office, tablet, phone })) {
    const rows = await allRows(device.world);
    expect(rows.length, name).toBeGreaterThan(2);
    const found = rows.filter(({ row }) => holds(row, needles));
    expect(
      found.map(({ database, table }) => `${name}: ${database} ${table}`),
      'where the canary sings',
    ).toEqual([]);
    for (const key of rows.flatMap(({ row }) => keysIn(row))) {
      expect(key.extractable, `${name}: ${key.type}`).toBe(key.type === 'public');
    }
  }
  // The needles are sharp: the same search finds what is there.
  expect(holds({ a: [{ b: new TextEncoder().encode(`- ${canary} -`) }] }, needles)).toBe(true);
  const opened = await createKeyStore(office.world.storage).centres();
  expect(opened.flatMap(keysIn)).toHaveLength(3);
});

it('gives an answering device no key that opens what it collected', async () => {
  const { phone } = await setupCanaries();
  const databases = await phone.world.storage.indexedDB.databases();
  expect(databases.map(({ name }) => name)).not.toContain('spegla-keys');
  const rows = await allRows(phone.world);
  expect(rows.flatMap(({ row }) => keysIn(row))).toEqual([]);
});

it('leaves no database of a centre that is taken off the device, and no key or card of it', async () => {
  const { tablet, office, kiosk } = await setupCanaries();
  kiosk.close();
  const { space } = tablet.centre.entry;
  await tablet.app.removeCentre(space);
  const databases = await tablet.world.storage.indexedDB.databases();
  expect(databases.map(({ name }) => name)).not.toContain(`spegla-${space}`);
  expect(await allRows(tablet.world)).toEqual([]);
  expect(tablet.app.current.value).toBeNull();

  await office.app.closeCentre();
  await office.app.removeCentre(office.app.centres.value?.[0]?.space ?? '');
  expect(await allRows(office.world)).toEqual([]);
});
