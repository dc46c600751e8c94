import { expect, it } from 'vitest';
import { sealAnswer } from '#app/answer/seal-answer.ts';
import { giveAnswer } from '#commands/give-answer.ts';
import { derivedToken, openCard, purposes } from '#crypto/purposes.ts';
import { randomId } from '#crypto/random.ts';
import { childrenForm } from '#instruments/children-form.ts';
import { parseCard } from '#records/card.ts';
import { parseAnswerLink } from '#records/links.ts';
import { createAnswerStore } from '#store/answer-store.ts';
import { createCardStore } from '#store/card-store.ts';
import { until } from '../app/until.ts';
import { setupShortScenario } from './scenario.ts';
import type { DeviceWorld } from '../app/devices.ts';

const weeks = 4_990;
const today = 10;
const batch = 499;
/** What a child may wait at the end with thousands lying there; a machine that tests much at once is slow. */
const handInMs = 3_000;

/** Lays answers of a kiosk's weeks without a network where `handIn` lays them, many in a transaction. */
async function layDown(world: DeviceWorld, tablet: string, count: number): Promise<void> {
  const link = parseAnswerLink(world.answerDeps(tablet).fragment);
  if (link?.kioskSecret == null) throw new Error('no kiosk link');
  const cards = createCardStore(world.storage);
  const row = await cards.card(link.round);
  const text = row && (await openCard(link, row.sealedCard));
  const card = text === undefined ? undefined : parseCard(text);
  if (card === undefined) throw new Error('no card is kept');
  cards.close();
  const store = createAnswerStore(card.space, world.storage);
  const token = await derivedToken(link.kioskSecret, purposes.kioskToken);
  await store.setLane({ round: link.round, origin: null, token, kiosk: randomId() });
  for (let laid = 0; laid < count; laid += batch) {
    const envelopes = await Promise.all(
      Array.from({ length: batch }, async (_, index) => {
        const marks = { 'c-feel': 1 + (index % 3), 'c-decide': 1 + ((laid + index) % 3) };
        const given = giveAnswer(
          {
            round: link.round,
            form: childrenForm,
            mode: 'tablet',
            services: card.services,
            marks,
            choices: {},
            texts: {},
            child: { band: 'from4to6', practice: 'met' },
          },
          { newId: randomId },
        );
        if (!given.ok) throw new Error(given.why);
        return sealAnswer(given.value[0] as (typeof given.value)[number], card, link.cardHash);
      }),
    );
    // One hand-in each: what is appended together is one child's.
    for (const envelope of envelopes) {
      await store.append([envelope], { from: 'here', lane: link.round });
    }
  }
  store.close();
}

it('a kiosk that has collected 5,000 answers without a network takes the next child as quickly, and delivers all', async () => {
  const story = await setupShortScenario('2026-11-02T09:00:00');
  const office = story.teamDevice('Kontoret');
  await office.createsCentre();
  await office.centre.nameMailbox(story.mailbox.origin, story.mailbox.code);
  const round = await office.centre.openRound('children', 2026, '2026-11-02', '2026-11-30');
  await office.printsPoster(round);
  const { tablet } = office.centre.roundLinks(round);
  const world = story.newPhone();
  (await story.opens(tablet, world)).close();
  world.goOffline();
  await layDown(world, tablet, weeks);

  const kiosk = await story.opens(tablet, world);
  for (let child = 0; child < today; child += 1) {
    kiosk.app.setChild({ band: 'from4to6', practice: 'met' });
    kiosk.app.mark('c-feel', 3);
    const begun = performance.now();
    expect(await kiosk.app.handIn()).toEqual({ ok: true });
    expect(performance.now() - begun).toBeLessThan(handInMs);
  }
  expect(kiosk.app.delivery.value).toEqual({ kind: 'waiting', count: weeks + today });

  world.goOnline();
  await kiosk.isSent(120_000);
  await until(office.centre.rounds, ([shown]) => shown?.answered === weeks + today, 120_000);
}, 300_000);
