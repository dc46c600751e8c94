import { expect, it } from 'vitest';
import { deleteStore } from '#store/store.ts';
import { eventually } from '../app/until.ts';
import { elsewhere, envelope, here, setupStore, space } from './envelopes.ts';

const round = 'r'.repeat(22);

it('tells every tab of the device of a change, and only of a change', async () => {
  const { store, openTab } = setupStore();
  const otherTab = openTab();
  const heard = { here: 0, there: 0 };
  store.observe(() => (heard.here += 1));
  const stop = otherTab.observe(() => (heard.there += 1));
  const one = envelope();

  await store.append([one], here);
  await eventually(() => (heard.there === 1 ? true : undefined));
  expect(await otherTab.get([one.id])).toEqual([one]);
  await store.append([one], elsewhere);
  stop();
  await store.acknowledge([one.id]);
  expect(heard.here).toBe(2); // Added, acknowledged; a known envelope is no news.
  expect(heard.there).toBe(1);
});

it('offers everything again to a new mailbox, each in the lane that it can go by', async () => {
  const { store } = setupStore();
  const edit = envelope();
  const purge = envelope({ kind: 'purge', round: 'p'.repeat(22) });
  const answer = envelope({ kind: 'answer', round });
  await store.append([edit, purge], elsewhere);
  await store.append([answer], { from: 'here', lane: round });
  expect(await store.mailboxLife()).toBe(0);

  await store.offerAll();

  expect(await store.mailboxLife()).toBe(1);
  expect(await store.outbox('space', 10)).toEqual([edit]);
  expect(await store.outbox('admin', 10)).toEqual([purge]);
  expect(await store.outbox(round, 10)).toEqual([answer]);
  expect(await store.outbox('space', 0)).toEqual([]);
});

it('keeps a final refusal aside, whole, until some mailbox takes it', async () => {
  const { store } = setupStore();
  const one = envelope();
  await store.append([one], here);
  await store.setAside([
    { id: one.id, reason: 'closed' },
    { id: 'nobody', reason: 'closed' },
  ]);
  expect(await store.asideRows()).toEqual([{ id: one.id, reason: 'closed', envelope: one }]);
  expect(await store.outboxCount('all')).toBe(0);
  expect(await store.get([one.id])).toEqual([one]);

  await store.offerAll();
  await store.acknowledge([one.id]);
  expect(await store.asideRows()).toEqual([]);
});

it('counts what waits as people do: an answer with its free texts is one, wherever it is moved', async () => {
  const { store } = setupStore();
  const answer = (count: number) =>
    Array.from({ length: count }, () => envelope({ kind: 'answer', round }));
  const [first, second] = [answer(3), answer(1)];
  const way = { from: 'here', lane: round } as const;
  await store.append(first, way);
  await store.append(second, way);
  expect([await store.outboxCount(round), await store.answersWaiting(round)]).toEqual([4, 2]);
  await store.setAside(first.map(({ id }) => ({ id, reason: 'closed' })));
  expect(await store.answersWaiting(round)).toBe(1);
  await store.offerAside();
  expect(await store.answersWaiting(round)).toBe(2);
  await store.moveToLane('space', 'all');
  await store.moveToLane(round, 'all');
  expect(await store.answersWaiting(round)).toBe(2);
  // The marks have arrived, a text has not: something of somebody waits.
  await store.acknowledge([...first.slice(0, 2), ...second].map(({ id }) => id));
  expect(await store.answersWaiting(round)).toBe(1);
});

it('takes no known origin away from a way out', async () => {
  const { store } = setupStore();
  await store.setLane({ round, origin: 'https://one.example', token: 't' });
  await store.setLane({ round, origin: null, token: 'u' });
  expect(await store.lane(round)).toMatchObject({ origin: 'https://one.example', token: 'u' });
  await store.setLane({ round, origin: 'https://two.example', token: 'u' });
  expect((await store.lane(round))?.origin).toBe('https://two.example');
});

it('takes a purged round off the device, with everything that was kept of it', async () => {
  const { store } = setupStore();
  const [answer, fact, other] = [
    envelope({ kind: 'answer', round }),
    envelope({ kind: 'fact', round }),
    envelope(),
  ];
  const purge = envelope({ kind: 'purge', round });
  await store.append([answer, fact, other, purge], { from: 'here', lane: round });
  await store.append([{ ...answer, sealed: 'other' }], elsewhere);
  await store.setLane({ round, origin: null, token: 't' });
  await store.replaceBlocks([], { round, sealed: new Uint8Array(3) });
  await store.replaceBlocks([], { round: 'space', sealed: new Uint8Array(3) });

  await store.purge(round, [purge.id]);

  expect((await store.allIds()).toSorted()).toEqual([other.id, purge.id].toSorted());
  expect((await store.outbox(round, 10)).map(({ id }) => id).toSorted()).toEqual(
    [other.id, purge.id].toSorted(),
  );
  expect(await store.asideRows()).toEqual([]);
  expect(await store.lane(round)).toBeUndefined();
  expect((await store.blocks()).map((block) => block.round)).toEqual(['space']);
  expect(await store.purgedRounds()).toEqual([round]);
});

it('keeps a line that is no envelope once, however often its file is taken in', async () => {
  const { store } = setupStore();
  const lines = [
    { reason: 'badEnvelope', text: 'rubbish' },
    { reason: 'badEnvelope', text: 'other rubbish' },
  ];
  await store.keepUnreadLines([...lines, ...lines]);
  await store.keepUnreadLines(lines);
  expect(await store.unreadLines()).toMatchObject(lines);
  expect(await store.unreadLines()).toHaveLength(2);
});

it('replaces opened blocks by one in one step, so that a crash leaves either', async () => {
  const { store } = setupStore();
  const first = await store.replaceBlocks([], { round, sealed: Uint8Array.of(1) });
  const second = await store.replaceBlocks([], { round, sealed: Uint8Array.of(2) });
  const both = await store.replaceBlocks([first, second], { round, sealed: Uint8Array.of(1, 2) });
  expect(await store.blocks()).toEqual([{ key: both, round, sealed: Uint8Array.of(1, 2) }]);
  await store.dropBlocks([both]);
  expect(await store.blocks()).toEqual([]);
});

it('leaves no database when a centre is taken off the device', async () => {
  const { store, storage } = setupStore();
  await store.append([envelope()], here);
  store.close();
  await deleteStore(space, storage);
  expect(await storage.indexedDB.databases()).toEqual([]);
});

it('sends what waits in rounds’ lanes under the device’s own token from then on, but no purge', async () => {
  const { store } = setupStore();
  const [first, second] = [envelope({ round }), envelope({ round })];
  const purge = envelope({ kind: 'purge', round: 'p'.repeat(22) });
  await store.append([first, second], { from: 'here', lane: round });
  await store.append([purge], { from: 'here', lane: 'admin' });
  await store.moveToLane('space', [first.id, 'nobody', purge.id]);
  expect(await store.outbox('space', 10)).toEqual([first]);
  expect(await store.outbox(round, 10)).toEqual([second]);
  await store.moveToLane('space', 'all');
  expect(await store.outbox('space', 10)).toEqual([first, second]);
  expect(await store.outbox('admin', 10)).toEqual([purge]);
});

it('withdraws what is named, and leaves what lies beside it', async () => {
  const { store } = setupStore();
  const [mine, other] = [envelope(), envelope()];
  await store.append([mine, other], here);
  await store.withdraw([mine.id, 'nobody']);
  expect(await store.all()).toEqual([other]);
  expect(await store.outbox('space', 10)).toEqual([other]);
});

it('loses no change that two tabs make to one value at the same time', async () => {
  const { store, openTab } = setupStore();
  const tabs = [store, openTab(), openTab()];
  const add = (value: unknown): unknown => (typeof value === 'number' ? value : 0) + 1;
  await Promise.all([...tabs, ...tabs, ...tabs].map((tab) => tab.updateMeta('count', add)));
  expect(await store.meta('count')).toBe(9);
});

it('is not made anew by a tab that still had it open when it was taken off the device', async () => {
  const { store, openTab, storage } = setupStore();
  const otherTab = openTab();
  await otherTab.append([envelope()], here);
  store.close();
  await deleteStore(space, storage);
  await expect(otherTab.append([envelope()], here)).rejects.toThrow();
  expect(await storage.indexedDB.databases()).toEqual([]);
});
