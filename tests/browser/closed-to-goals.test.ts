import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { answerParents, handIn, inSwedish } from './answer-steps.ts';
import { thisYear } from './days.ts';
import { expectGone, expectRead, expectShown } from './expect-shown.ts';
import { answersOf, closeRound, openRound, phoneLink } from './round-steps.ts';
import { setupSpegla, type Device, type Spegla } from './setup-spegla.ts';
import { backOnline, button, goTo, setupCentre } from './team-steps.ts';
import { answer, english, parents, results, team } from './texts.ts';

const near = parents.text('p-near');

describe('from closed rounds to two goals', () => {
  let spegla: Spegla;
  let device: Device;
  let phone: Device;
  beforeAll(async () => {
    spegla = await setupSpegla();
    device = await setupCentre(spegla);
    await openRound(device.page, 'parents');
    phone = await spegla.phone();
    await phone.page.goto(phone.at(await phoneLink(device.page, 'parents')));
    await inSwedish(phone.page);
  });
  afterAll(() => spegla.stop());
  afterEach(() => expect(spegla.faults()).toEqual([]));

  let given = 0;
  /** Parents at one phone, one after another, each giving a point to one statement. */
  async function parentsAnswer(points: readonly number[]): Promise<void> {
    for (const point of points) {
      if (given > 0) await button(phone.page, answer('thanks.another')).click();
      given += 1;
      await answerParents(phone.page, { 'p-near': point });
      await handIn(phone.page);
    }
  }

  async function show(place: string, heading: string): Promise<void> {
    await goTo(device.page, `#/${thisYear}/${place}`);
    await expectShown(device.page.getByRole('heading', { name: heading, level: 1 }));
  }

  /** The newest year's counts and what stands apart from them, on the question's own page. */
  async function counts(): Promise<(string | undefined)[]> {
    const { page } = device;
    await show('results/p-near', near);
    const open = page.getByText(results('figure.asTable')).first();
    await open.click();
    const row = page
      .getByRole('table', { name: new RegExp(`^${results('item.spreadTitle')}`, 'u') })
      .getByRole('row', { name: String(thisYear) });
    return row.getByRole('cell').allTextContents();
  }

  function later(): Locator {
    return device.page.getByText(results('who.laterTitle_other', { count: 6 }));
  }

  test('answers that come after the closing wait until they are six, and join together', async () => {
    const { page } = device;
    await parentsAnswer([4, 4, 4, 3, 3, 1, 1]);
    await expectShown(answersOf(page, 'parents', 7));
    // The office is off the network; parents answer on, and the round is closed without knowing of them.
    device.wire.cut();
    await parentsAnswer([2, 2, 2, 2, 2, 2]);
    await closeRound(page, 'parents', '40');
    expect((await counts()).slice(0, 4)).toEqual(['3', '2', '0', '2']);
    await backOnline(device);
    await show('results', results('title', { year: thisYear }));
    await expectShown(later());
    expect((await counts()).slice(0, 4)).toEqual(['3', '2', '0', '2']);
    await show('results', results('title', { year: thisYear }));
    await button(page, results('who.countThem')).click();
    await expectGone(later());
    expect((await counts()).slice(0, 4)).toEqual(['3', '2', '6', '2']);
  });

  test('a centre that shows from more answers hides what has fewer, everywhere, until it goes back', async () => {
    const { page } = device;
    await goTo(page, '#/settings');
    await page.getByLabel(results('least.label'), { exact: true }).selectOption('15');
    await expectShown(page.getByText(results('least.saved_other', { count: 15 })));
    await show('results', results('title', { year: thisYear }));
    await expectShown(page.getByText(results('state.tooFewTitle'), { exact: true }));
    await expectShown(
      page.getByText(results('state.tooFew_other', { count: 13, year: thisYear, least: 15 })),
    );
    await goTo(page, '#/settings');
    const choice = page.getByLabel(results('least.label'), { exact: true });
    // There is nothing below six to choose.
    expect(await choice.getByRole('option').allTextContents()).not.toContain(
      results('least.option_other', { count: 5 }),
    );
    await choice.selectOption('6');
    await expectShown(page.getByText(results('least.saved_other', { count: 6 })));
    await show('results', results('title', { year: thisYear }));
    await expectGone(page.getByText(results('state.tooFewTitle'), { exact: true }));
  });

  test('two goals are chosen with the evidence beside them, and stand on the start page the year after', async () => {
    const { page } = device;
    await show('results/p-near', near);
    await button(page, results('choose.choose', { name: near })).click();
    await expectShown(page.getByText(results('choose.added', { name: near })));
    const goal1 = results('goalNames.goal1');
    await show('results', results('title', { year: thisYear }));
    await button(page, results('choose.choose', { name: goal1 })).click();
    await button(page, results('choose.new')).click();
    await expectShown(page.getByText(results('choose.added', { name: goal1 })));
    await show('goals', results('goal.title', { year: thisYear + 1 }));
    const title = page.getByLabel(results('goal.field.title'), { exact: true });
    for (const [number, words] of ['Lättare att hitta hit', 'Öppet en kväll'].entries()) {
      await title.nth(number).fill(words);
      await title.nth(number).blur();
    }
    await expectRead(() => page.getByText(team('parts.saved'), { exact: true }).count(), 2);
    await goTo(page, `#/${thisYear + 1}`);
    for (const words of ['Lättare att hitta hit', 'Öppet en kväll']) {
      await expectShown(page.getByRole('heading', { name: words, level: 3 }));
    }
  });

  test('the question’s page is there in English too', async () => {
    const { page } = device;
    await show('results/p-near', near);
    await button(page, 'English').click();
    await expectShown(
      page.getByRole('heading', { name: english.parents.text('p-near'), level: 1 }),
    );
    await expectShown(page.getByRole('heading', { name: english.results('item.spreadTitle') }));
    await expectShown(page.getByText(english.results('item.against')));
    await button(page, 'Svenska').click();
    await expectShown(page.getByRole('heading', { name: near, level: 1 }));
  });
});
