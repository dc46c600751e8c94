import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import type { StoredEnvelope } from '#store/centre-store.ts';
import { createAnswerStore } from '#store/answer-store.ts';
import { createStore } from '#store/store.ts';
import { elsewhere, envelope, here, setupStore, space } from './envelopes.ts';
import { rowsOf } from '../app/raw-storage.ts';

const round = 'r'.repeat(22);
const many = (count: number, fields: Partial<StoredEnvelope> = {}): StoredEnvelope[] =>
  Array.from({ length: count }, () => envelope(fields));
type Named = { readonly id: string };
type Storage = ReturnType<typeof setupStore>['storage'];
/** Rows as they lie on the disk. */
const rows = async <T>(storage: Storage, table: string): Promise<readonly T[]> =>
  (await rowsOf({ storage }, `spegla-${space}`, table)) as readonly T[];
const idsOf = (envelopes: readonly Named[]): string[] => envelopes.map(({ id }) => id).toSorted();

it('keeps many that come from elsewhere in one row a round, and what was made here in a row each', async () => {
  const { store, storage } = setupStore();
  const [mine, ofRound, ofSpace, few] = [many(40), many(40, { round }), many(30), many(3)];
  await store.append(mine, here);
  await store.append([...ofRound, ...ofSpace], elsewhere);
  await store.append(few, elsewhere);

  expect(idsOf(await rows<Named>(storage, 'envelopes'))).toEqual(idsOf([...mine, ...few]));
  const packs = await rows<{ round: string | null }>(storage, 'packs');
  expect(packs.map((pack) => pack.round)).toEqual([round, null]);
  const all = [...mine, ...ofRound, ...ofSpace, ...few];
  expect(idsOf(await store.all())).toEqual(idsOf(all));
  expect((await store.allIds()).toSorted()).toEqual(idsOf(all));
  const asked = [few, ofRound, mine].flatMap(([first]) => first ?? []);
  expect(await store.get(['nobody', ...idsOf(asked)])).toHaveLength(3);
});

it('knows what lies in a pack, and keeps another body under its id aside', async () => {
  const { store } = setupStore();
  const packed = many(40, { round });
  await store.append(packed, elsewhere);
  const [first, second, third] = packed;
  if (first === undefined || second === undefined || third === undefined) throw new Error('none');

  expect(await store.append([first], here)).toMatchObject({ added: [], known: [first.id] });
  expect(await store.outboxCount('all')).toBe(0);
  const other = { ...second, sealed: 'other' };
  expect(await store.append([other, third], elsewhere)).toMatchObject({
    known: [third.id],
    conflicts: [second.id],
  });
  expect(await store.asideRows()).toMatchObject([{ reason: 'conflict', envelope: other }]);
  expect(await store.get([second.id])).toEqual([second]);
});

it('sees in one tab what another tab packed, took apart and purged', async () => {
  const { store, openTab } = setupStore();
  const otherTab = openTab();
  const [packed, ofRound] = [many(40), many(40, { round })];
  await store.append([...packed, ...ofRound], elsewhere);
  expect(await otherTab.allIds()).toHaveLength(80);

  const [first] = packed;
  if (first === undefined) throw new Error('none');
  await otherTab.withdraw([first.id]);
  expect(idsOf(await store.all())).toEqual(idsOf([...packed.slice(1), ...ofRound]));
  expect(await store.append([first], elsewhere)).toMatchObject({ added: [first.id] });

  await otherTab.purge(round, []);
  expect((await store.allIds()).toSorted()).toEqual(idsOf(packed));
  expect(await store.append(ofRound, elsewhere)).toMatchObject({
    refused: ofRound.map((e) => e.id),
  });
});

it('takes a purged round’s packs away, but for the purge that lies among them', async () => {
  const { store, storage } = setupStore();
  const ofRound = many(40, { round });
  const purge = envelope({ kind: 'purge', round });
  const others = many(40);
  await store.append([...ofRound, purge, ...others], elsewhere);
  await store.offerAll();
  expect(await store.outboxCount('all')).toBe(81);

  await store.purge(round, [purge.id]);

  expect(idsOf(await store.all())).toEqual(idsOf([purge, ...others]));
  expect(await store.outboxIds('admin')).toEqual([purge.id]);
  expect([...(await store.outboxIds('space'))].toSorted()).toEqual(idsOf(others));
  expect(await rows(storage, 'packs')).toHaveLength(1);
  expect(await rows(storage, 'packIds')).toHaveLength(1);
});

it('offers what lies in packs, and keeps a refusal of it aside, whole', async () => {
  const { store } = setupStore();
  const packed = many(40);
  await store.append(packed, elsewhere);
  await store.offerAll();
  const batch = await store.outbox('space', 10);
  expect(batch).toEqual(packed.slice(0, 10));
  await store.acknowledge(batch.map(({ id }) => id));
  expect(await store.outboxCount('space')).toBe(30);
  const [refused] = packed.slice(10);
  if (refused === undefined) throw new Error('none');
  await store.setAside([{ id: refused.id, reason: 'closed' }]);
  expect(await store.asideRows()).toEqual([
    { id: refused.id, reason: 'closed', envelope: refused },
  ]);
});

it('opens a database that knew no packs, and finds everything in it', async () => {
  const { storage } = setupStore();
  const name = `spegla-${'B'.repeat(22)}`;
  const old = new Dexie(name, storage);
  old.version(1).stores({
    envelopes: 'id, round',
    outbox: 'id, lane',
    lanes: 'round',
    aside: 'id',
    unreadLines: '++key',
    blocks: '++key, round',
    purged: 'round',
    meta: 'name',
  });
  const old40 = many(40, { round });
  await old.table('envelopes').bulkAdd(old40);
  await old.table('outbox').bulkAdd(old40.map(({ id }) => ({ id, lane: 'space' })));
  old.close();

  const store = createStore('B'.repeat(22), storage);
  expect(await store.all()).toEqual(old40);
  const more = many(40, { round });
  expect(await store.append([...old40, ...more], elsewhere)).toMatchObject({
    known: old40.map(({ id }) => id),
    added: more.map(({ id }) => id),
  });
  expect(await store.outboxCount('space')).toBe(40);
  store.close();
});

it('is the database in which the answering page puts its answers, beside packs that it never reads', async () => {
  const { store, storage } = setupStore();
  await store.append(many(40, { round }), elsewhere);
  const page = createAnswerStore(space, storage);
  const answers = many(40, { round, kind: 'answer' });
  expect(await page.append(answers, { from: 'here', lane: round })).toMatchObject({
    added: answers.map(({ id }) => id),
  });
  expect(await store.outbox(round, 100)).toEqual(answers);
  await page.acknowledge(answers.slice(0, 39).map(({ id }) => id));
  expect(await store.outboxIds(round)).toEqual([answers[39]?.id]);
  expect(await store.allIds()).toHaveLength(80);
  page.close();
});

it('leaves no pack behind when a transaction fails, and knows nothing of it', async () => {
  const { store } = setupStore();
  const notStorable = (() => 'a function') as unknown as string;
  const packed = many(40);
  const poisoned = many(40, { round, sealed: notStorable });
  await expect(store.append([...packed, ...poisoned], elsewhere)).rejects.toThrow();
  expect(await store.allIds()).toEqual([]);
  expect(await store.append(packed, elsewhere)).toMatchObject({ added: packed.map((e) => e.id) });
  expect(await store.all()).toEqual(packed);
});
