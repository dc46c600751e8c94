import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportResultsCsv } from '#app/team/export-results.ts';
import { notePosition } from '#app/team/position-notes.ts';
import { countedItemsOf, type FormId } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { loadAnswerTexts } from '#i18n/answer-text-files.ts';
import { createAnswerText } from '#i18n/answer-text.ts';
import { bookPaths } from '#records/book-paths.ts';
import { plain } from '../projections/centre-records.ts';
import { until } from '../app/until.ts';
import { idsAsTexts, numberOf } from './csv-rows.ts';
import * as expected from './expected.ts';
import * as people from './people.ts';
import {
  announcedTeamLink,
  promisedMs,
  setupScenario,
  type AnsweringPage,
  type Scenario,
  type TeamDevice,
} from './scenario.ts';
import { goalsOf, spreadOf } from './views.ts';

describe('one year at Solrosen', () => {
  let story: Scenario;
  let office: TeamDevice;
  let tablet: TeamDevice;
  const rounds: Partial<Record<FormId, string>> = {};
  const roundOf = (form: FormId): string => rounds[form] ?? '';
  const results = () => office.centre.results(2026);
  beforeAll(async () => {
    story = await setupScenario('2026-11-02T09:00:00');
    office = story.teamDevice('Kontoret');
    tablet = story.teamDevice('Surfplattan');
  });
  afterAll(() => story.end());

  /** Everyone hears within the time that the team is promised. */
  const soon = (fits: () => boolean, device = tablet): Promise<unknown> =>
    until(device.centre.ledger, fits, promisedMs);

  it('begins in November with a centre, a mailbox and a second device', async () => {
    await office.createsCentre();
    const { origin, code } = story.mailbox;
    expect(await office.centre.nameMailbox(origin, 'AAAA-AAAA-AAAA')).toEqual({
      ok: false,
      why: 'wrongCode',
    });
    expect(await office.centre.nameMailbox(origin, code)).toEqual({ ok: true });
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
    await soon(() => tablet.centre.years.value.join(' ') === '2023 2024 2025');
  });

  it('opens its three rounds, each with a link that fits a poster', async () => {
    rounds.parents = await office.centre.openRound('parents', 2026, '2026-11-02', '2026-11-15');
    rounds.children = await office.centre.openRound('children', 2026, '2026-11-02', '2026-11-15');
    rounds.reflection = await office.centre.openRound(
      'reflection',
      2026,
      '2026-12-01',
      '2026-12-20',
    );
    await soon(() => tablet.centre.rounds.value.length === 3);
    await office.isInStep();
    const { phone } = office.centre.roundLinks(roundOf('parents'));
    expect(phone?.length).toBeLessThanOrEqual(200);
  });

  const travelling: AnsweringPage[] = [];

  it('meets 60 parents in two languages, half of them without a network when they hand in', async () => {
    const link = office.centre.roundLinks(roundOf('parents')).phone ?? '';
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
    const kiosk = await story.opens(office.centre.roundLinks(roundOf('children')).tablet);
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
    expect(results().quotes).toContainEqual({
      item: 'p-change',
      text: 'Coffee, 50',
      gender: 'other',
    });
    expect(results().quotes.filter(({ item }) => item === 'p-good')).toHaveLength(10);
    expect(spreadOf(results().parentItems, 'p-near', 2026)).toBe('stillOpen');
    expect(spreadOf(results().children, 'c-feel', 2026)).toBe('stillOpen');
  });

  it('closes the rounds with the families noted, and still counts a phone that comes home late', async () => {
    story.itIs('2026-11-16T08:00:00');
    await tablet.centre.closeRound(roundOf('parents'), 150);
    await tablet.centre.closeRound(roundOf('children'), null);
    await soon(() => roundView('parents')?.closed === true, office);

    story.itIs('2026-12-06T18:00:00');
    const link = office.centre.roundLinks(roundOf('parents')).phone ?? '';
    const stranger = await story.opens(link);
    expect(stranger.app.phase.value.kind).toBe('closed');
    for (const phone of travelling) {
      phone.close();
      phone.world.goOnline();
      await (await story.opens(link, phone.world)).isSent();
    }
    await soon(() => roundView('parents')?.answered === 60, office);
    expect(results().respondents.parents).toEqual({ answered: 60, families: 150 });
    expect(results().respondents.children).toEqual({ answered: 40, families: null });
  });

  it('has nine colleagues mark the statements on the shared tablet, one after another', async () => {
    story.itIs('2026-12-07T15:00:00');
    const shared = await tablet.opensTablet(roundOf('reflection'));
    for (let colleague = 0; colleague < people.staffCount; colleague += 1) {
      if (colleague === 2) {
        await soon(() => roundView('reflection')?.answered === 2, office);
        expect(await office.centre.revealRound(roundOf('reflection'))).toBe(false);
      }
      expect(shared.app.draft.value.marks).toEqual({});
      await shared.handsIn(people.colleagueMarks(colleague));
    }
    shared.close();
    await soon(() => roundView('reflection')?.answered === 9, office);
    const before = office.centre.board(2026);
    expect(before).toMatchObject({ answered: 9, revealed: false, canReveal: true });
    expect(before.items.every(({ spread }) => !spread.shown)).toBe(true);
  });

  it('reveals the spread and agrees on 30 joint positions, half of them on each device', async () => {
    expect(await office.centre.revealRound(roundOf('reflection'))).toBe(true);
    await soon(() => tablet.centre.board(2026).revealed);
    expect(tablet.centre.board(2026).agenda).toEqual(expected.agenda);
    expect(tablet.centre.board(2026).unanimousOpen).toEqual(expected.unanimous);

    const statements = countedItemsOf(currentForm('reflection'));
    for (const [at, { id }] of statements.entries()) {
      const { centre } = at < 15 ? office : tablet;
      await centre.agreePosition(2026, id, people.jointPosition(at));
      if (at % 5 === 4) await notePosition(centre, 2026, id, 'comment', `Vi tycker olika om ${id}`);
    }
    await notePosition(tablet.centre, 2026, 'r30', 'reservation', 'Jag ser det annorlunda');
    await tablet.centre.closeRound(roundOf('reflection'), null);
    const isDone = (device: TeamDevice) => device.centre.board(2026).positionsLeft === 0;
    await soon(() => isDone(office) && roundView('reflection')?.closed === true, office);
    await soon(() => isDone(tablet));
    const last = office.centre.board(2026).items.find(({ item }) => item === 'r30');
    expect(last).toMatchObject({
      position: 4,
      comment: 'Vi tycker olika om r30',
      reservation: 'Jag ser det annorlunda',
    });
  });

  it('shows the numbers that were given, beside the three years before', () => {
    const view = results();
    for (const [item, spread] of Object.entries(expected.parentItems)) {
      expect(spreadOf(view.parentItems, item, 2026), item).toEqual(spread);
    }
    for (const [item, spread] of Object.entries(expected.childItems)) {
      expect(spreadOf(view.children, item, 2026), item).toEqual(spread);
    }
    for (const [item, spread] of Object.entries(expected.statements)) {
      expect(spreadOf(view.statements, item, 2026), item).toEqual(spread);
    }
    expect(goalsOf(view, 2026)).toEqual(expected.parentGoals);
    for (const { area, years } of view.areas) {
      const now = years.find(({ year }) => year === 2026);
      const of = [now?.placed, now?.favourable];
      expect({ points: Object.fromEntries(now?.points ?? []), of }, area).toEqual(
        expected.areas[area],
      );
    }
    const near = view.parentItems.find(({ item }) => item === 'p-near');
    expect(near?.years.map(({ year, answered, source }) => [year, answered, source])).toEqual([
      [2023, 30, 'history'],
      [2024, 30, 'history'],
      [2025, 40, 'history'],
      [2026, 60, 'rounds'],
    ]);
    const word = (list: typeof view.children, item: string) =>
      list.find((trend) => trend.item === item)?.change;
    expect(word(view.parentItems, 'p-near')).toBe('better'); // 20 of 40, now 48 of 57.
    expect(word(view.children, 'c-feel')).toBe('cannotTell'); // 24 of 40, now 30 of 38.
    expect(word(view.statements, 'r01')).toBe('better'); // From 3 to 5.
    expect(word(view.parentItems, 'p-learn')).toBe('firstYear');
  });

  it('chooses two priority goals, and settles with one tap what two devices wrote at once', async () => {
    const goal = {
      year: 2027,
      because: 'Var tredje förälder har inte fått den hjälp de behövde',
      evidence: ['p-help-needed'],
      measure: 'p-help-needed',
      target: '75 %',
      responsible: 'Kuratorn',
      due: '2027-11-30',
    };
    const help = await office.centre.addGoal({ ...goal, title: 'Hjälp i tid' });
    await soon(() => tablet.centre.goals(2027).length === 1);
    await tablet.centre.addGoal({ ...goal, title: 'Fler får vara med och bestämma' });
    await soon(() => office.centre.goals(2027).length === 2, office);
    expect(office.centre.goals(2027).map(({ title }) => title)).toEqual([
      'Hjälp i tid',
      'Fler får vara med och bestämma',
    ]);

    office.world.goOffline();
    tablet.world.goOffline();
    await office.centre.setGoalField(help, 'target', '70 %');
    await tablet.centre.setGoalField(help, 'target', '80 %');
    office.world.goOnline();
    tablet.world.goOnline();
    const path = bookPaths.goal(help, 'target');
    const targets = ({ centre }: TeamDevice) =>
      centre.contested.value.flatMap((field) =>
        field.path === path ? field.choices.map(({ value, by }) => `${by}: ${String(value)}`) : [],
      );
    for (const device of [office, tablet]) {
      await soon(() => targets(device).length === 2, device);
      expect(targets(device).toSorted()).toEqual(['Kontoret: 70 %', 'Surfplattan: 80 %']);
    }

    await tablet.centre.setGoalField(help, 'target', '80 %');
    for (const device of [office, tablet]) {
      await soon(() => device.centre.contested.value.length === 0, device);
      expect(device.centre.goals(2027)[0]?.target).toBe('80 %');
    }
  });

  it('says the same on both devices, and on a third that only took a file in', async () => {
    await Promise.all([office.isInStep(), tablet.isInStep()]);
    const file = await (async () => {
      const link = await office.centre.makeTeamLink();
      return { link, text: await office.centre.exportFile() };
    })();
    const archive = story.teamDevice('Arkivet');
    archive.world.goOffline();
    expect(await archive.joins(file.link, file.text)).toMatchObject({ ok: true });

    for (const device of [tablet, archive]) {
      expect(plain(device.centre.results(2026))).toBe(plain(results()));
      expect(device.centre.goals(2027)).toEqual(office.centre.goals(2027));
      expect(device.centre.unreadable.value).toEqual([]);
    }
    const twice = await tablet.centre.importFile(file.text);
    expect(twice).toMatchObject({ added: 0, unreadable: 0 });
  });

  it('hands the same numbers out as CSV, for Excel and for machines', async () => {
    const bytes = await exportResultsCsv(office.centre, 2026, 'machine', idsAsTexts);
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    for (const [form, spreads] of [
      ['parents', expected.parentItems],
      ['children', expected.childItems],
      ['reflection', expected.statements],
    ] as const) {
      for (const [item, { points, rated, favourable }] of Object.entries(spreads)) {
        const number = (measure: string, code = '') =>
          numberOf(csv, { form, item, year: '2026', measure, code });
        expect([number('rated'), number('favourable')], item).toEqual([rated, favourable]);
        for (const [point, count] of Object.entries(points)) {
          expect(number('count', point), `${item} ${point}`).toBe(count);
        }
      }
    }
    const excel = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await exportResultsCsv(office.centre, 2026, 'swedishExcel', idsAsTexts),
    );
    expect(excel.startsWith('\uFEFF')).toBe(true);
    expect(excel).toContain(';0,8421;'); // 48 of 57.
    expect(excel.split('\r\n').length).toBe(csv.split('\r\n').length);
  });

  function roundView(form: FormId) {
    return office.centre.rounds.value.find((round) => round.form === form);
  }
});

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
