import { expect, it, onTestFinished } from 'vitest';
import { startCourier, type CourierDeps, type CourierStatus } from '#sync/courier.ts';
import { createAlone } from '#sync/deliver-answers.ts';
import type { Store } from '#store/store.ts';
import { setupStorage } from '../app/devices.ts';
import { eventually } from '../app/until.ts';
import { answerOf, envelopeOf, newToken, purgeOf, valueOf } from '../server/fixtures.ts';
import { idsOf, registerRound, setupMailbox, setupStoreOf } from './setup-mailbox.ts';

type Team = Awaited<ReturnType<typeof setupMailbox>>;

/** One open page of a team's device. The Web Locks are the platform's own. */
function openTab(team: Team, store: Store, more: Partial<CourierDeps> = {}) {
  const statuses: CourierStatus[] = [];
  const courier = startCourier({
    space: team.space,
    origin: team.network.origin,
    store,
    fetch: (url, init) => fetch(url, init),
    alone: createAlone(navigator.locks),
    jitter: () => 0,
    token: team.deviceToken,
    adminToken: null,
    announce: async () => true,
    onStatus: (status) => statuses.push(status),
    ...more,
  });
  onTestFinished(() => courier.stop());
  const is = (status: CourierStatus) =>
    eventually(() => (statuses.at(-1) === status ? true : undefined));
  return { courier, statuses, is };
}

const everything = { after: 0, limit: 500 };
const here = { from: 'here', lane: 'space' } as const;
const mailboxHas = ({ mailbox, byDevice }: Team, id: string) =>
  eventually(async () => {
    const { envelopes } = valueOf(await mailbox.pull(byDevice, everything));
    return envelopes.some((one) => one.id === id) ? true : undefined;
  });
const isEmpty = (store: Store) =>
  eventually(async () => ((await store.outboxCount('all')) === 0 ? true : undefined));
const storeHas = (store: Store, id: string) =>
  eventually(async () => ((await store.get([id])).length === 1 ? true : undefined));

it('carries both ways as soon as something is new, without anyone asking', async () => {
  const team = await setupMailbox();
  const { is } = openTab(team, team.store);
  await is('online');
  const [mine, theirs] = [envelopeOf(), envelopeOf()];
  await team.store.append([mine], here);
  await mailboxHas(team, mine.id);
  valueOf(await team.mailbox.pushEnvelopes(team.byDevice, [theirs]));
  await storeHas(team.store, theirs.id);
  expect(idsOf(await team.store.all())).toEqual(idsOf([mine, theirs]));
  expect(await team.store.outboxCount('all')).toBe(0);
});

it('is one device to the mailbox with several tabs open, and the next tab goes on when one closes', async () => {
  const team = await setupMailbox();
  const storage = setupStorage();
  const first = openTab(team, setupStoreOf(team.space, storage));
  await first.is('online');
  const store = setupStoreOf(team.space, storage);
  const second = openTab(team, store);
  const third = openTab(team, setupStoreOf(team.space, storage));
  const streams = () => team.network.requests.filter((one) => one.endsWith('/events')).length;

  // What another tab writes goes out all the same: it is heard of over the device's own channel.
  const one = envelopeOf();
  await store.append([one], here);
  await mailboxHas(team, one.id);
  expect(streams()).toBe(1);
  expect([second.statuses, third.statuses]).toEqual([[], []]);

  await first.courier.stop();
  await second.is('online');
  expect(third.statuses).toEqual([]);
  await third.courier.stop(); // Also one that never had its turn.
  const two = envelopeOf();
  await store.append([two], here);
  await mailboxHas(team, two.id);
});

it('comes back by itself after a lost reply, a cut stream and a disk that refused', async () => {
  const team = await setupMailbox();
  const { store, network } = team;
  let refusals = 0;
  const moody: Store = {
    ...store,
    append: async (envelopes, origin) => {
      if (refusals > 0) {
        refusals -= 1;
        throw new DOMException('no room', 'QuotaExceededError');
      }
      return store.append(envelopes, origin);
    },
  };
  const { is, statuses } = openTab(team, moody);
  await is('online');
  network.loseReplies(1);
  const mine = envelopeOf();
  await store.append([mine], here);
  await isEmpty(store);

  await is('online');
  refusals = 1;
  const theirs = envelopeOf();
  valueOf(await team.mailbox.pushEnvelopes(team.byDevice, [theirs]));
  await storeHas(store, theirs.id);
  await is('online');
  expect(statuses).toContain('offline');
});

it('says that a device was revoked, and still delivers what was answered on it', async () => {
  const team = await setupMailbox();
  const { mailbox, byAdmin, device, store } = team;
  const { round, kioskToken } = await registerRound(mailbox, team);
  await store.setLane({ round, origin: null, token: kioskToken });
  const { is } = openTab(team, store);
  await is('online');
  valueOf(await mailbox.revokeDevice(byAdmin, device));
  await is('revoked');

  const answer = answerOf(round);
  await store.append([answer], { from: 'here', lane: round });
  const edit = envelopeOf();
  await store.append([edit], here);
  await eventually(async () => ((await store.outboxCount(round)) === 0 ? true : undefined));
  expect(await store.outbox('space', 10)).toEqual([edit]);
});

it('stays online for the team while a round’s answers cannot be delivered', async () => {
  const team = await setupMailbox();
  const round = 'r'.repeat(21) + 'A';
  await team.store.setLane({ round, origin: team.network.origin, token: newToken() });
  await team.store.append([answerOf(round)], { from: 'here', lane: round });
  const { is } = openTab(team, team.store);
  await is('online');
  const theirs = envelopeOf();
  valueOf(await team.mailbox.pushEnvelopes(team.byDevice, [theirs]));
  await storeHas(team.store, theirs.id);
  expect(await team.store.outboxCount(round)).toBe(1);
});

it('sends a purge under the admin’s token, and only on the device that has it', async () => {
  const team = await setupMailbox();
  const { round } = await registerRound(team.mailbox, team);
  const answer = answerOf(round);
  valueOf(await team.mailbox.pushEnvelopes(team.byDevice, [answer]));
  const purge = purgeOf(round);
  // Another mailbox is offered everything, also by a device that only ever pulled the purge: there it waits for others.
  const plainStore = setupStoreOf(team.space);
  await plainStore.append([purge], { from: 'here', lane: 'admin' });
  const plain = openTab(team, plainStore);
  await plain.is('online');
  await mailboxHas(team, answer.id);
  expect(await plainStore.outboxCount('admin')).toBe(1);
  await plain.courier.stop();

  await team.store.append([purge], { from: 'here', lane: 'admin' });
  const admin = openTab(team, team.store, { adminToken: team.adminToken });
  await admin.is('online');
  await isEmpty(team.store);
  await admin.courier.stop();
  openTab(team, plainStore);
  await isEmpty(plainStore);
  expect(await plainStore.allIds()).toContain(purge.id);
  const { envelopes } = valueOf(await team.mailbox.pull(team.byDevice, everything));
  expect(idsOf(envelopes)).toEqual([purge.id]);
});

it('keeps a purge aside that the mailbox will never take, and goes on', async () => {
  const team = await setupMailbox();
  const edit = envelopeOf();
  valueOf(await team.mailbox.pushEnvelopes(team.byDevice, [edit]));
  const purge = { ...purgeOf('r'.repeat(21) + 'A'), id: edit.id };
  await team.store.append([purge], { from: 'here', lane: 'admin' });
  const { is } = openTab(team, team.store, { adminToken: team.adminToken });
  await is('online');
  await isEmpty(team.store);
  const aside = (await team.store.asideRows()).map(({ reason, envelope }) => [reason, envelope]);
  expect(aside).toContainEqual(['conflict', purge]);
});

it('takes to its own mailbox what waits for one that the team has left', async () => {
  const team = await setupMailbox();
  const round = 'r'.repeat(21) + 'A';
  await team.store.setLane({ round, origin: 'http://127.0.0.1:9', token: newToken() });
  const answer = answerOf(round);
  await team.store.append([answer], { from: 'here', lane: round });
  openTab(team, team.store);
  await mailboxHas(team, answer.id);
  await isEmpty(team.store);
  expect(await team.store.asideRows()).toEqual([]);
});

it('sends under its own token what a round’s link may not send any more', async () => {
  const team = await setupMailbox();
  const { mailbox, store } = team;
  const dates = { opens: '2025-11-01', closes: '2025-11-15' };
  const { round, kioskToken } = await registerRound(mailbox, team, dates);
  await store.setLane({ round, origin: team.network.origin, token: kioskToken });
  const [answer, strange] = [answerOf(round), envelopeOf({ round })];
  await store.append([answer, strange], { from: 'here', lane: round });
  openTab(team, store);
  await Promise.all([mailboxHas(team, answer.id), mailboxHas(team, strange.id)]);
  await isEmpty(store);
  expect(await store.asideRows()).toEqual([]);
});

it('reads what a full mailbox has, though it takes nothing more', async () => {
  const team = await setupMailbox(60_000, { maxSpaceBytes: 2_000 });
  const theirs = envelopeOf({}, 1_200);
  valueOf(await team.mailbox.pushEnvelopes(team.byDevice, [theirs]));
  const mine = envelopeOf({}, 1_200);
  await team.store.append([mine], here);
  openTab(team, team.store);
  await storeHas(team.store, theirs.id);
  expect(await team.store.outbox('space', 10)).toEqual([mine]);
});
