import { expect, it, onTestFinished, vi } from 'vitest';
import type { AnswerDeps } from '#app/answer/answer-deps.ts';
import { createAnswerApp } from '#app/answer/create-answer-app.ts';
import { setupShortScenario } from '../../scenario/scenario.ts';
import type { DeviceWorld } from '../devices.ts';
import { until } from '../until.ts';
import { SilentFactory } from './unanswering-storage.ts';

/** A mailbox that reads what it is sent, and has no room for it until `makeRoom`. */
function fillUp(world: DeviceWorld, link: string) {
  const { fetch } = world.answerDeps(link);
  const asked: number[] = [];
  let isFull = true;
  const full: AnswerDeps['fetch'] = async (input, init) => {
    const isPush = init?.method === 'POST' && input.endsWith('/answers');
    if (!isPush || !isFull) return fetch(input, init);
    // The body is what our own client has made.
    const { envelopes } = JSON.parse(init.body as string) as { envelopes: { id: string }[] };
    asked.push(envelopes.length);
    return Response.json({
      epoch: null,
      results: envelopes.map(({ id }) => ({ id, outcome: 'full' })),
    });
  };
  return {
    fetch: full,
    asked,
    makeRoom: () => {
      isFull = false;
    },
  };
}

async function setupRound() {
  const story = await setupShortScenario('2026-11-02T09:00:00');
  const office = story.teamDevice('Kontoret');
  await office.createsCentre();
  await office.centre.nameMailbox(story.mailbox.origin, story.mailbox.code);
  const round = await office.centre.openRound('parents', 2026, '2026-11-02', '2026-11-15');
  await office.printsPoster(round);
  return { story, office, tablet: office.centre.roundLinks(round).tablet };
}

it('a kiosk before a full mailbox keeps its answers, says so in people, and asks with one envelope', async () => {
  const { story, office, tablet } = await setupRound();
  const world = story.newPhone();
  const mailbox = fillUp(world, tablet);
  const waiting = vi.spyOn(globalThis, 'setTimeout');
  onTestFinished(() => waiting.mockRestore());
  const app = createAnswerApp({ ...world.answerDeps(tablet), fetch: mailbox.fetch });
  onTestFinished(() => app.stop());
  await until(app.phase, ({ kind }) => kind === 'ready');
  app.mark('p-near', 4);
  app.write('p-good', 'Sången');
  app.write('p-change', 'Kaffet');
  expect(await app.handIn()).toEqual({ ok: true });
  // Three envelopes are one answer.
  await until(app.delivery, (delivery) => delivery.kind === 'full' && delivery.count === 1);
  app.mark('p-near', 2);
  expect(await app.handIn()).toEqual({ ok: true });
  await until(app.delivery, (delivery) => delivery.kind === 'full' && delivery.count === 2);
  expect(mailbox.asked.slice(1).every((count) => count === 1)).toBe(true);

  // It is left in peace from now on: minutes, where a network that is gone is tried after seconds.
  await vi.waitFor(() => {
    const waits = waiting.mock.calls.map(([, ms]) => ms ?? 0);
    expect(Math.max(...waits)).toBeGreaterThan(4 * 60_000);
  });
  mailbox.makeRoom();
  world.goOnline(); // Somebody looks at it.
  await until(app.delivery, ({ kind }) => kind === 'sent');
  await until(office.centre.rounds, ([round]) => round?.answered === 2 && round.textCount === 2);
});

it('an answer that only the page holds stays on the screen, and is told of, where the mailbox is full', async () => {
  const { story, office, tablet } = await setupRound();
  const world = story.newPhone();
  const mailbox = fillUp(world, tablet);
  const storage = { ...world.storage, indexedDB: new SilentFactory() };
  const app = createAnswerApp({ ...world.answerDeps(tablet), storage, fetch: mailbox.fetch });
  onTestFinished(() => app.stop());
  await until(app.phase, ({ kind }) => kind === 'ready');
  app.mark('p-near', 4);
  expect(await app.handIn()).toEqual({ ok: false, why: 'noRoom' });
  expect(app.draft.value.marks).toEqual({ 'p-near': 4 });
  expect(app.delivery.value.kind).not.toBe('unsent');
  expect(mailbox.asked).toEqual([1]);
  mailbox.makeRoom();
  expect(await app.handIn()).toEqual({ ok: true });
  await until(office.centre.rounds, ([round]) => round?.answered === 1);
});
