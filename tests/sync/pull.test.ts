import { expect, it } from 'vitest';
import { pull, readCursor } from '#sync/pull.ts';
import { createMailboxClient } from '#sync/mailbox-client.ts';
import { envelopeOf, newToken, valueOf } from '../server/fixtures.ts';
import { eventually } from '../app/until.ts';
import { idsOf, setupMailbox, setupStoreOf } from './setup-mailbox.ts';

const some = (length: number) => Array.from({ length }, () => envelopeOf());

it('reads page after page up to the head, and then only what is new', async () => {
  const { mailbox, byDevice, client, space, deviceToken, store, epoch, network } =
    await setupMailbox();
  const old = some(1_100);
  for (const at of [0, 500, 1_000]) {
    valueOf(await mailbox.pushEnvelopes(byDevice, old.slice(at, at + 500)));
  }
  expect(await pull(store, client, space, deviceToken)).toBe('current');
  expect(await store.allIds()).toHaveLength(1_100);
  const mark = old.at(-1)?.id ?? '';
  expect(await readCursor(store)).toEqual({ epoch, after: 1_100, mark });
  expect(await store.outboxCount('all')).toBe(0);

  const fresh = some(2);
  valueOf(await mailbox.pushEnvelopes(byDevice, fresh));
  const before = network.requests.length;
  expect(await pull(store, client, space, deviceToken)).toBe('current');
  expect(idsOf(await store.get(fresh.map(({ id }) => id)))).toEqual(idsOf(fresh));
  expect(network.requests.slice(before)).toEqual([
    `GET /v1/spaces/${space}/envelopes?after=1100&mark=${mark}`,
  ]);
});

it('reads again what a crash kept from being noted, and holds it once', async () => {
  const { mailbox, byDevice, client, space, deviceToken, store, epoch } = await setupMailbox();
  valueOf(await mailbox.pushEnvelopes(byDevice, some(10)));
  await pull(store, client, space, deviceToken);
  await store.setMeta('cursor', { epoch, after: 4 });
  expect(await pull(store, client, space, deviceToken)).toBe('current');
  expect(await store.allIds()).toHaveLength(10);
});

it.each<[string, (epoch: string) => unknown]>([
  [
    'another envelope at its place',
    (epoch) => ({ epoch, after: 1, mark: 'anotherEnvelopesOwnIdA' }),
  ],
  ['another epoch', () => ({ epoch: 'anotherLifeOfTheSpaceA', after: 2 })],
  ['a cursor beyond the head', (epoch) => ({ epoch, after: 99 })],
  ['a cursor that makes no sense', () => 'rubbish'],
  ['no cursor at all', () => undefined],
])('reads from the start and offers everything again after %s', async (_what, cursorOf) => {
  const { mailbox, byDevice, client, space, deviceToken, store, epoch } = await setupMailbox();
  const [there, both, onlyHere] = [envelopeOf(), envelopeOf(), envelopeOf()];
  valueOf(await mailbox.pushEnvelopes(byDevice, [there, both]));
  await store.append([both, onlyHere], { from: 'elsewhere' });
  await store.setMeta('cursor', cursorOf(epoch));

  expect(await pull(store, client, space, deviceToken)).toBe('current');
  expect(await readCursor(store)).toEqual({ epoch, after: 2, mark: both.id });
  expect(idsOf(await store.all())).toEqual(idsOf([there, both, onlyHere]));
  expect(idsOf(await store.outbox('space', 10))).toEqual(idsOf([both, onlyHere]));
});

it('says that a token is not good any more, that a space is gone, or that nobody answers', async () => {
  const { app, mailbox, byAdmin, client, space, deviceToken, store, network } =
    await setupMailbox();
  expect(await pull(store, client, space, newToken())).toBe('unauthorized');
  network.loseReplies(1);
  expect(await pull(store, client, space, deviceToken)).toBe('later');
  valueOf(await mailbox.deleteSpace(byAdmin));
  expect(await pull(store, client, space, deviceToken)).toBe('gone');
  await app.close();
  expect(await pull(store, client, space, deviceToken)).toBe('later');
});

it('takes no reply from something that is no mailbox', async () => {
  const store = setupStoreOf('A'.repeat(22));
  const reply = (body: string) =>
    createMailboxClient('https://example.se', async () => new Response(body));
  const endless = { epoch: 'B'.repeat(21) + 'A', head: 9, next: 0, continues: true, envelopes: [] };
  expect(await pull(store, reply('<html>'), 'A'.repeat(22), newToken())).toBe('later');
  expect(await pull(store, reply(JSON.stringify(endless)), 'A'.repeat(22), newToken())).toBe(
    'later',
  );
  expect(await store.allIds()).toEqual([]);
});

it('asks for the next page while the last is being stored, and notes no page that the disk has refused', async () => {
  const { mailbox, byDevice, client, space, deviceToken, store, epoch, network } =
    await setupMailbox();
  const old = some(1_100);
  for (const at of [0, 500, 1_000]) {
    valueOf(await mailbox.pushEnvelopes(byDevice, old.slice(at, at + 500)));
  }
  const asked: number[] = [];
  const full: typeof store = {
    ...store,
    append: async (envelopes, origin) => {
      if (asked.length === 1) throw new DOMException('no room', 'QuotaExceededError');
      const before = network.requests.length;
      const appended = await store.append(envelopes, origin);
      await eventually(() => (network.requests.length > before ? true : undefined));
      asked.push(network.requests.length - before);
      return appended;
    },
  };
  await expect(pull(full, client, space, deviceToken)).rejects.toThrow('no room');
  expect(asked).toEqual([1]);
  expect(await readCursor(store)).toMatchObject({ epoch, after: 500 });
  expect(await store.allIds()).toHaveLength(500);
  expect(await pull(store, client, space, deviceToken)).toBe('current');
  expect(await store.allIds()).toHaveLength(1_100);
});
