import { expect, it, onTestFinished } from 'vitest';
import { openSession } from '#app/team/centre-session.ts';
import { createKeyring } from '#app/team/keyring.ts';
import { aeadOpen, aeadSeal } from '#crypto/aead.ts';
import { textOf, utf8 } from '#crypto/bytes.ts';
import { publicKeyText } from '#crypto/hpke.ts';
import { randomId } from '#crypto/random.ts';
import type { Edit } from '#records/edit.ts';
import type { SpeglaRecord } from '#records/record.ts';
import { createKeyStore } from '#store/key-store.ts';
import { setupShortScenario } from '../scenario/scenario.ts';

const elsewhere = { from: 'elsewhere' } as const;

/** A centre whose children's round has three answers, opened below its app: as a session. */
async function setupSession() {
  const story = await setupShortScenario('2026-11-02T09:00:00');
  const office = story.teamDevice('Kontoret');
  await office.createsCentre();
  const round = await office.centre.openRound('children', 2026, '2026-11-02', '2026-11-15');
  const kiosk = await office.opensTablet(round);
  for (const mark of [1, 2, 3]) await kiosk.handsIn({ marks: { 'c-feel': mark } });
  kiosk.close();
  await office.app.closeCentre();
  const [keys] = await createKeyStore(office.world.storage).centres();
  if (keys === undefined) throw new Error('there is no centre');
  const open = async () => {
    const session = openSession(office.world.teamDeps(), keys);
    onTestFinished(() => session.stop());
    await session.refresh();
    return session;
  };
  const session = await open();
  const body = session.ledger.value.roundKeys.get(round);
  if (body === undefined) throw new Error('there is no round');
  return { session, open, keys, round, roundKey: body };
}
type Session = Awaited<ReturnType<typeof setupSession>>['session'];

async function takeIn(session: Session, record: SpeglaRecord): Promise<void> {
  await session.store.append([await session.keyring.seal(record)], elsewhere);
  await session.refresh();
}

function editOf(path: string, value: string | number): SpeglaRecord {
  const body: Edit = { v: 1, path, value, replaces: [], at: '', by: '' };
  return { id: randomId(), kind: 'edit', round: null, body };
}

/** Whatever the device keeps opened, as it lies on disk under its own key. */
async function openedRecords(
  { store }: Session,
  storageKey: CryptoKey,
): Promise<readonly { id: string; kind: string; round: string | null }[]> {
  const texts = (await store.blocks()).map(async ({ round, sealed }) => {
    const plain = await aeadOpen(storageKey, sealed, utf8(`spegla/1 block 1 ${round}`));
    return plain === undefined ? [] : JSON.parse(textOf(plain));
  });
  return (await Promise.all(texts)).flat();
}

it('opens each envelope once, and finds what it opened at the next start', async () => {
  const { session, open, keys } = await setupSession();
  const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id).toSorted();
  const read = [...session.reading.value.records.keys()].toSorted();
  expect(ids(await openedRecords(session, keys.storageKey))).toEqual(read);
  await session.stop();

  const again = await open();
  expect([...again.reading.value.records.keys()].toSorted()).toEqual(read);
  expect((await again.store.blocks()).length).toBe(2); // The space's and the round's, not written anew.
});

it('opens everything again where what it kept is lost or damaged', async () => {
  const { session, open } = await setupSession();
  const read = [...session.reading.value.records.keys()].toSorted();
  const blocks = await session.store.blocks();
  await session.store.dropBlocks(blocks.flatMap(({ key }) => key ?? []));
  for (const { round } of blocks) {
    await session.store.replaceBlocks([], { round, sealed: new Uint8Array(40) });
  }
  await session.stop();
  const again = await open();
  expect([...again.reading.value.records.keys()].toSorted()).toEqual(read);
  expect(again.reading.value.unreadable).toEqual([]);
  expect(await again.store.blocks()).toHaveLength(2); // What cannot be opened is not kept.
});

it('opens everything again where what it kept was written by another reader', async () => {
  const { session, open, keys } = await setupSession();
  const read = [...session.reading.value.records.keys()].toSorted();
  const blocks = await session.store.blocks();
  for (const { key, round } of blocks) {
    const older = await aeadSeal(keys.storageKey, utf8('[]'), utf8(`spegla/1 block ${round}`));
    await session.store.replaceBlocks(key === undefined ? [] : [key], { round, sealed: older });
  }
  await session.stop();
  const again = await open();
  expect([...again.reading.value.records.keys()].toSorted()).toEqual(read);
  const kept = (await openedRecords(again, keys.storageKey)).map(({ id }) => id);
  expect(kept.toSorted()).toEqual(read);
  expect(await again.store.blocks()).toHaveLength(blocks.length);
});

it('takes a purged round off the disk for good, opened or sealed, and does not let it back in', async () => {
  const { session, open, keys, round, roundKey } = await setupSession();
  const before = await session.store.all();
  const purge = { id: randomId(), kind: 'purge', round, body: { v: 1, at: '', by: '' } } as const;
  // A device that meets the round and its purge in one go, as a newcomer does, must keep nothing either.
  const copy = { id: randomId(), kind: 'roundKey', round, body: roundKey } as const;
  const both = await Promise.all([session.keyring.seal(copy), session.keyring.seal(purge)]);
  await session.store.append(both, elsewhere);
  await session.refresh();
  await session.store.append(before, elsewhere);
  await session.refresh();

  const check = async (one: Session): Promise<void> => {
    expect(one.ledger.value.roundKeys.size).toBe(0);
    expect(one.ledger.value.answers.size).toBe(0);
    const ofRound = (rows: readonly { id: string; round: string | null }[]) =>
      rows.filter((row) => row.round === round).map(({ id }) => id);
    expect(ofRound(await one.store.all())).toEqual([purge.id]);
    expect(ofRound(await openedRecords(one, keys.storageKey))).toEqual([purge.id]);
  };
  await check(session);
  await session.stop();
  await check(await open());
});

it('shows a key that is no key as unreadable, and reads on behind it', async () => {
  const { session, keys, roundKey } = await setupSession();
  const [bad, badGrant] = [randomId(), randomId()];
  const broken = { ...roundKey, privateKey: 'AAAA' };
  await takeIn(session, { id: bad, kind: 'roundKey', round: randomId(), body: broken });
  const grant: SpeglaRecord = {
    id: badGrant,
    kind: 'grant',
    round: null,
    body: { v: 1, epoch: randomId(), replaces: [], key: 'AAAA' },
  };
  const publicKey = await publicKeyText(keys.pair.publicKey);
  await session.store.append(
    [await session.keyring.sealGrant(grant, keys.device, publicKey)],
    elsewhere,
  );
  await takeIn(session, editOf('centre/name', 'Blåklinten'));

  const { unreadable } = session.reading.value;
  expect(unreadable.map(({ id, reason }) => [id, reason])).toEqual([
    [bad, 'badKey'],
    [badGrant, 'badKey'],
  ]);
  expect(session.ledger.value.book.contested).toEqual(['centre/name']);
});

it('counts what fits no form of record with its reason, and opens late what waited for its key', async () => {
  const { session, roundKey } = await setupSession();
  const [round, early] = [randomId(), randomId()];
  await takeIn(session, editOf('', 1));
  expect(session.reading.value.unreadable).toMatchObject([{ reason: 'badShape: path' }]);

  // A fact under a key epoch that comes behind it.
  const epoch = { epoch: randomId(), replaces: [], key: 'A'.repeat(43) };
  const other = createKeyring(session.keys.space, session.keys.device, session.keys.pair);
  await other.addEpoch(epoch);
  const fact = { v: 1, what: 'closed', at: '', by: '' } as const;
  const sealed = await other.seal({ id: early, kind: 'fact', round, body: fact });
  await session.store.append([sealed], elsewhere);
  await session.refresh();
  const reasonOf = () => session.reading.value.unreadable.find(({ id }) => id === early)?.reason;
  expect(reasonOf()).toBe('noKey');
  await session.keyring.addEpoch(epoch);
  await takeIn(session, { id: randomId(), kind: 'roundKey', round, body: roundKey });
  expect(reasonOf()).toBeUndefined();
  expect(session.ledger.value.facts.get(round)).toEqual(new Set(['closed']));
});
