import { expect, it } from 'vitest';
import { loadAnswerTexts } from '#i18n/answer-text-files.ts';
import { createAnswerText } from '#i18n/answer-text.ts';
import * as people from './people.ts';
import { announcedTeamLink, type AnsweringPage } from './scenario.ts';
import { spreadOf } from './views.ts';
import type { Year } from './year.ts';

/** November: the centre begins, and families answer. */
export function tellAutumn(year: Year): void {
  const { story, office, tablet, soon, roundView, results } = year;

  it('begins in November with a centre, a mailbox and a second device', async () => {
    await office.createsCentre();
    const { origin, code } = story.mailbox;
    expect(await office.centre.nameMailbox(origin, 'AAAA-AAAA-AAAA')).toEqual({
      ok: false,
      why: 'wrongCode',
    });
    expect(await office.centre.nameMailbox(origin, code)).toMatchObject({ ok: true });
    await office.isInStep();

    const link = await announcedTeamLink(office);
    expect(await tablet.joins(link)).toMatchObject({ ok: true });
    await tablet.isInStep();
    await soon(() => tablet.centre.centre.value.name === 'Solrosen');
    await soon(() => office.centre.devices.value.length === 2, office);

    const stranger = story.teamDevice('En främmande');
    expect(await stranger.joins(link)).toEqual({ ok: false, why: 'used' });
    expect(stranger.app.centres.value).toEqual([]);
  });

  it('has three earlier years entered from paper, which the other device shows', async () => {
    for (const { year, ...forms } of people.earlierYears) {
      await office.centre.enterHistory('reflection', year, 8, forms.reflection);
      await office.centre.enterHistory('parents', year, year === 2025 ? 40 : 30, forms.parents);
      await office.centre.enterHistory('children', year, year === 2025 ? 40 : 30, forms.children);
    }
    await soon(() => tablet.centre.years.value.length === 3);
    expect(tablet.centre.years.value).toEqual([2023, 2024, 2025]);
  });

  it('opens its three rounds, each with a link that fits a poster', async () => {
    year.rounds.parents = await office.centre.openRound(
      'parents',
      2026,
      '2026-11-02',
      '2026-11-15',
    );
    year.rounds.children = await office.centre.openRound(
      'children',
      2026,
      '2026-11-02',
      '2026-11-15',
    );
    year.rounds.reflection = await office.centre.openRound(
      'reflection',
      2026,
      '2026-12-01',
      '2026-12-20',
    );
    await soon(() => tablet.centre.rounds.value.length === 3);
    const poster = await office.printsPoster(year.rounds.parents);
    expect(poster.length).toBeLessThanOrEqual(200);
    for (const round of Object.values(year.rounds)) await office.printsPoster(round);
  });

  const travelling: AnsweringPage[] = [];

  it('meets 60 parents in two languages, half of them without a network when they hand in', async () => {
    const link = office.centre.roundLinks(year.rounds.parents).phone ?? '';
    const questions = { sv: await questionOf('sv'), en: await questionOf('en') };
    expect(questions.sv).not.toEqual(questions.en);

    await Promise.all(
      Array.from({ length: people.parentCount }, async (_, parent) => {
        const phone = await story.opens(link);
        expect(phone.app.phase.value.kind).toBe('ready');
        if (parent % 2 === 1) phone.world.goOffline();
        await phone.handsIn(people.parentSays(parent));
        if (parent % 2 === 0) return phone.isSent();
        expect(phone.app.delivery.value.kind).toBe('waiting');
        if (parent === 59) {
          travelling.push(phone); // Goes abroad, with the phone in airplane mode.
        } else if (parent % 4 === 3) {
          phone.world.goOnline();
          await phone.isSent();
        } else {
          phone.close();
          const closed = await story.opens(link, phone.world);
          expect(closed.app.phase.value.kind).toBe('ready'); // Also without a network.
          closed.world.goOnline();
          await closed.isSent();
        }
      }),
    );

    await soon(() => roundView('parents')?.answered === 59, office);
    expect(roundView('parents')?.textCount).toBe(16);
  });

  it('lets 50 children tap on a kiosk that is offline half of the time', async () => {
    const kiosk = await story.opens(office.centre.roundLinks(year.rounds.children).tablet);
    expect(kiosk.app.mode).toBe('tablet');
    for (let child = 0; child < people.childCount; child += 1) {
      if (child % 10 === 5) kiosk.world.goOffline();
      if (child % 10 === 0) kiosk.world.goOnline();
      expect(kiosk.app.draft.value).toEqual({ marks: {}, choices: {}, texts: {} });
      await kiosk.handsIn(people.childTaps(child));
      kiosk.app.startOver();
    }
    expect(kiosk.app.delivery.value.kind).toBe('waiting');
    kiosk.world.goOnline();
    await kiosk.isSent();
    await soon(() => roundView('children')?.answered === 50, office);
  });

  it('shows free texts at once, but no share before the rounds are closed', () => {
    expect(results().quotes).toHaveLength(16);
    expect(results().quotes.find(({ text }) => text === 'Coffee, 50')).toMatchObject({
      item: 'p-change',
      gender: null, // Nobody is told apart while the round is open.
    });
    expect(results().quotes.filter(({ item }) => item === 'p-good')).toHaveLength(10);
    expect(spreadOf(results().parentItems, 'p-near', 2026)).toBe('stillOpen');
    expect(spreadOf(results().children, 'c-feel', 2026)).toBe('stillOpen');
  });

  it('closes the rounds with the families noted, and still takes a phone that comes home late', async () => {
    story.itIs('2026-11-16T08:00:00');
    // Who closes lists what the results count: all that has come, and not the phone that is abroad.
    await soon(
      () =>
        tablet.centre.rounds.value.find(({ id }) => id === year.rounds.parents)?.answered === 59,
    );
    await tablet.centre.closeRound(year.rounds.parents, 150);
    await tablet.centre.closeRound(year.rounds.children, null);
    await soon(() => roundView('parents')?.closed === true, office);

    story.itIs('2026-12-06T18:00:00');
    const link = office.centre.roundLinks(year.rounds.parents).phone ?? '';
    const stranger = await story.opens(link);
    expect(stranger.app.phase.value.kind).toBe('closed');
    for (const phone of travelling) {
      phone.close();
      phone.world.goOnline();
      await (await story.opens(link, phone.world)).isSent();
    }
    await soon(() => roundView('parents')?.answered === 60, office);
    // It is there, and in nothing that was shown: alone it would be the difference.
    expect(results().respondents.parents).toEqual({ answered: 59, families: 150 });
    expect(results().later.parents).toEqual({ waiting: 1, mayCount: false, onTheirWay: 0 });
    expect(results().respondents.children).toEqual({ answered: 40, families: null });
  });
}

/** The parents' first question, as it stands on a page in this language. */
async function questionOf(language: string): Promise<string> {
  const [answer, form] = await Promise.all([
    loadAnswerTexts(language, 'answer'),
    loadAnswerTexts(language, 'parents'),
  ]);
  const text = createAnswerText(language, { answer, tablet: undefined, form });
  const question = text.form('items.p-near.text');
  if (question === undefined) throw new Error(`no question in ${language}`);
  return question;
}
