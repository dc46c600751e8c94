import { expect, it } from 'vitest';
import { maxTeamEnvelopeBytes } from '#protocol/limits.ts';
import { createAnswerClient } from '#sync/answer-client.ts';
import { createMailboxClient } from '#sync/mailbox-client.ts';
import { pushLane } from '#sync/push.ts';
import { answerOf, envelopeOf, newToken, purgeOf, valueOf } from '../server/fixtures.ts';
import { idsOf, registerRound, setupMailbox } from './setup-mailbox.ts';

const everything = { after: 0, limit: 500 };
const here = { from: 'here', lane: 'space' } as const;

it('empties a long lane in batches, and every envelope is stored once', async () => {
  const { mailbox, byDevice, store, pushTeam, network } = await setupMailbox();
  await store.append(
    Array.from({ length: 1_203 }, () => envelopeOf()),
    here,
  );
  expect(await pushLane(store, 'space', pushTeam)).toBe('drained');
  expect(await store.outboxCount('all')).toBe(0);
  expect(valueOf(await mailbox.pull(byDevice, everything)).head).toBe(1_203);
  expect(network.requests).toHaveLength(3);
});

it('cuts a batch of large envelopes to what one request may carry', async () => {
  const { store, pushTeam, network } = await setupMailbox();
  const large = Array.from({ length: 20 }, () => envelopeOf({ kind: 'voice' }, 250_000));
  await store.append(large, here);
  expect(await pushLane(store, 'space', pushTeam)).toBe('drained');
  expect(network.requests).toHaveLength(2);
});

it('finds the one envelope that spoils a batch by halving, keeps it aside, and delivers the rest', async () => {
  const { mailbox, byDevice, store, pushTeam } = await setupMailbox();
  const good = Array.from({ length: 40 }, () => envelopeOf());
  const spoiled = { ...envelopeOf(), sealed: 'not base64url!' };
  await store.append([...good.slice(0, 17), spoiled, ...good.slice(17)], here);
  expect(await pushLane(store, 'space', pushTeam)).toBe('drained');
  expect(await store.asideRows()).toEqual([
    { id: spoiled.id, reason: 'badRequest', envelope: spoiled },
  ]);
  const { envelopes } = valueOf(await mailbox.pull(byDevice, everything));
  expect(idsOf(envelopes)).toEqual(idsOf(good));
});

it('keeps every final refusal aside with its reason, and delivers what stands beside it', async () => {
  const team = await setupMailbox();
  const { mailbox, byDevice, byAdmin, store, pushTeam } = team;
  const { round } = await registerRound(mailbox, team);
  valueOf(await mailbox.purgeRound(byAdmin, purgeOf(round)));
  const [taken, good] = [envelopeOf(), envelopeOf()];
  valueOf(await mailbox.pushEnvelopes(byDevice, [taken]));
  const conflict = { ...taken, sealed: 'AAAA' };
  const purged = answerOf(round);
  const tooLarge = envelopeOf({ sealed: 'A'.repeat(maxTeamEnvelopeBytes - 8) });
  const forbidden = purgeOf(round);
  await store.append([conflict, purged, good, tooLarge, forbidden], here);

  expect(await pushLane(store, 'space', pushTeam)).toBe('drained');
  const reasons = new Map((await store.asideRows()).map(({ id, reason }) => [id, reason]));
  expect(reasons).toEqual(
    new Map([
      [conflict.id, 'conflict'],
      [purged.id, 'purged'],
      [tooLarge.id, 'tooLarge'],
      [forbidden.id, 'forbidden'],
    ]),
  );
  expect(await store.outboxCount('all')).toBe(0);
});

it('waits where a quota is full, and goes on when there is room again', async () => {
  const team = await setupMailbox();
  const { mailbox, network, store, byDevice } = team;
  const client = createAnswerClient(network.origin, (url, init) => fetch(url, init));
  const { round, answerToken, request } = await registerRound(mailbox, team, { answerQuota: 2 });
  const send = (envelopes: Parameters<typeof client.pushAnswers>[2]) =>
    client.pushAnswers(answerToken, round, envelopes);
  await store.append([answerOf(round), answerOf(round), answerOf(round)], {
    from: 'here',
    lane: round,
  });
  expect(await pushLane(store, round, send)).toBe('full');
  expect(await store.outboxCount(round)).toBe(1);
  expect(await store.asideRows()).toEqual([]);

  valueOf(await mailbox.registerRound(byDevice, round, { ...request, answerQuota: 10 }));
  expect(await pushLane(store, round, send)).toBe('drained');
});

it('asks a mailbox that was full with one envelope, and sends all the rest when that one is taken', async () => {
  const { store } = await setupMailbox();
  const round = answerOf('r').round ?? '';
  const sent = Array.from({ length: 40 }, () => answerOf(round));
  await store.append(sent, { from: 'here', lane: round });
  const asked: number[] = [];
  let isFull = true;
  const send = async (envelopes: readonly { readonly id: string }[]) => {
    asked.push(envelopes.length);
    const outcome = isFull ? ('full' as const) : ('stored' as const);
    return {
      ok: true as const,
      value: { epoch: null, results: envelopes.map(({ id }) => ({ id, outcome })) },
    };
  };
  expect(await pushLane(store, round, send, undefined, 1)).toBe('full');
  expect(asked).toEqual([1]);
  isFull = false;
  expect(await pushLane(store, round, send, undefined, 1)).toBe('drained');
  expect(asked[1]).toBe(1);
  expect(asked.length).toBeLessThan(6);
  expect(await store.outboxCount(round)).toBe(0);
});

it('sends again what it got no reply for, and the mailbox knows it', async () => {
  const { mailbox, byDevice, store, pushTeam, network } = await setupMailbox();
  const sent = Array.from({ length: 5 }, () => envelopeOf());
  await store.append(sent, here);
  network.loseReplies(1);
  expect(await pushLane(store, 'space', pushTeam)).toBe('later');
  expect(await store.outboxCount('all')).toBe(5); // Nobody has said that they arrived.
  expect(valueOf(await mailbox.pull(byDevice, everything)).head).toBe(5);

  expect(await pushLane(store, 'space', pushTeam)).toBe('drained');
  expect(await store.asideRows()).toEqual([]);
  expect(valueOf(await mailbox.pull(byDevice, everything)).head).toBe(5);
});

it('keeps everything where the token opens nothing, or nobody answers', async () => {
  const { app, client, space, store, network } = await setupMailbox();
  await store.append([envelopeOf()], here);
  expect(
    await pushLane(store, 'space', (batch) => client.pushEnvelopes(newToken(), space, batch)),
  ).toBe('unauthorized');
  await app.close();
  const deaf = createMailboxClient(network.origin, (url, init) => fetch(url, init));
  expect(
    await pushLane(store, 'space', (batch) => deaf.pushEnvelopes(newToken(), space, batch)),
  ).toBe('later');
  expect(await store.outboxCount('all')).toBe(1);
});

it('lets no envelope out of the outbox before the mailbox’s word for it, however far it reads ahead', async () => {
  const { store, pushTeam, network } = await setupMailbox();
  const envelopes = Array.from({ length: 1_300 }, () => envelopeOf());
  await store.append(envelopes, here);
  const confirmed = new Set<string>();
  let sent = 0;
  const end = await pushLane(store, 'space', async (batch) => {
    const waiting = new Set(await store.outboxIds('space'));
    for (const { id } of envelopes) expect(waiting.has(id) || confirmed.has(id)).toBe(true);
    for (const { id } of batch) expect(waiting.has(id)).toBe(true);
    sent += 1;
    if (sent === 3) network.loseReplies(1);
    const reply = await pushTeam(batch);
    if (reply.ok) for (const { id } of batch) confirmed.add(id);
    return reply;
  });
  expect(end).toBe('later');
  expect(confirmed.size).toBe(1_000);
  expect(await store.outboxCount('space')).toBe(300);
  expect(await pushLane(store, 'space', pushTeam)).toBe('drained');
});
