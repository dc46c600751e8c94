import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { answerParents, handIn, inSwedish } from './answer-steps.ts';
import { thisYear } from './days.ts';
import { expectGone, expectShown } from './expect-shown.ts';
import { answersOf, closeRound, openRound, phoneLink } from './round-steps.ts';
import { setupSpegla, type Device, type Spegla } from './setup-spegla.ts';
import { button, goTo, setupCentre } from './team-steps.ts';
import { answer, parents, results } from './texts.ts';

const near = parents.text('p-near');
/** Five of six parents on the good side, with Wilson's interval. */
const fiveOfSix = { year: thisYear, favourable: 5, count: 6, share: 83, lower: 44, upper: 97 };
const goal1 = results('goalNames.goal1');

describe('a year’s results', () => {
  let spegla: Spegla;
  let device: Device;
  beforeAll(async () => {
    spegla = await setupSpegla();
    device = await setupCentre(spegla);
  });
  afterAll(() => spegla.stop());
  afterEach(() => expect(spegla.faults()).toEqual([]));

  /** Parents at one phone, one after another, each giving a point to one statement. */
  async function parentsAnswer(points: readonly number[], arrived: number): Promise<void> {
    const { page, at } = await spegla.phone();
    await page.goto(at(await phoneLink(device.page, 'parents')));
    await inSwedish(page);
    for (const [index, point] of points.entries()) {
      if (index > 0) await button(page, answer('thanks.another')).click();
      await answerParents(page, { 'p-near': point }, index === 0 ? { 'p-good': 'Fikat' } : {});
      await handIn(page);
    }
    await expectShown(answersOf(device.page, 'parents', arrived));
  }

  async function showResults(): Promise<void> {
    await goTo(device.page, `#/${thisYear}/results`);
    await expectShown(
      device.page.getByRole('heading', { name: results('title', { year: thisYear }) }),
    );
    // The last part of the page: what is not there by now does not come.
    await expectShown(device.page.getByRole('heading', { name: results('export.title') }));
  }

  /** Folds out the questions behind the first goal, where they are. */
  function questions(): Locator {
    const summary = results('parents.items_other', { count: 3, name: goal1 });
    return device.page.getByText(summary, { exact: true });
  }

  test('the parents’ answers are hidden while the round is open, their words are not', async () => {
    const { page } = device;
    await openRound(page, 'parents');
    await parentsAnswer([4, 4, 4, 3, 1], 5);
    await showResults();
    await expectShown(page.getByText(results('state.stillOpenTitle', { year: thisYear })));
    await expectShown(page.getByText('Fikat'));
    await expectGone(page.getByRole('img', { name: '%' }));
  });

  test('with five answers they stay hidden after closing, in the file too', async () => {
    const { page } = device;
    await closeRound(page, 'parents', '80');
    await showResults();
    await expectShown(page.getByText(results('state.tooFewTitle')));
    await expectGone(page.getByRole('img', { name: '%' }));
    const text = new TextDecoder().decode(await saved(results('export.excel')));
    expect(text).toContain(results('withheldShort.tooFew'));
    expect(text).not.toContain(results('csv.measure.share'));
  });

  test('a second round is counted together with the first: from six they are shown when it closes', async () => {
    const { page } = device;
    await openRound(page, 'parents');
    await parentsAnswer([4], 1);
    await showResults();
    await expectGone(page.getByRole('img', { name: '%' }));
    await closeRound(page, 'parents');
    await showResults();
    await questions().click();
    const sentence = results('sentence.parents_other', fiveOfSix);
    await expectShown(page.getByText(sentence));
    await expectShown(page.getByRole('img', { name: sentence }));
    await page.getByText(`${results('figure.asTable')}: ${near}`).click();
    const row = page
      .getByRole('table', { name: near })
      .getByRole('row', { name: String(thisYear) });
    const cells = await row.getByRole('cell').allTextContents();
    expect(cells.slice(0, 6)).toEqual(['4', '1', '0', '1', '0', '0']);
  });

  test('an earlier year typed in by hand stands beside this one', async () => {
    const { page } = device;
    await goTo(page, `#/${thisYear - 1}/history/parents`);
    await page.getByLabel(results('history.answered'), { exact: true }).fill('20');
    const row = page.getByRole('group', { name: near });
    await row.getByLabel(parents.point('agree4', 4)).fill('5');
    await row.getByLabel(parents.point('agree4', 1)).fill('15');
    await button(page, results('history.save')).click();
    await expectShown(page.getByText(results('history.saved', { year: thisYear - 1 })));
    await showResults();
    await questions().click();
    const before = { year: thisYear - 1, favourable: 5, count: 20, share: 25 };
    const sentence = [
      results('sentence.parents_other', fiveOfSix),
      results('sentence.parentsBefore_other', before),
      results('verdict.earlierForm', { lastYear: thisYear - 1 }),
    ].join(' ');
    await expectShown(page.getByText(sentence));
  });

  test('the file opens in a Swedish Excel, and the other one in any program', async () => {
    await showResults();
    const excel = await saved(results('export.excel'));
    expect([...excel.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(excel);
    const lines = text.split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(lines.join('')).not.toMatch(/[\r\n]/u);
    expect(lines[0]?.split(';')).toContain(results('csv.column.measureText'));
    const share = lines.find(
      (line) => line.startsWith(`${thisYear};`) && line.includes(`${near};share;`),
    );
    expect(share).toMatch(/;0,8\d+;/u);

    const machine = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await saved(results('export.machine')),
    );
    expect(machine).toMatch(/^year,source,form,/u);
    expect(machine).toMatch(/,share,[^\r\n]*,0\.8\d+,/u);
  });

  async function saved(name: string): Promise<Buffer> {
    const [download] = await Promise.all([
      device.page.waitForEvent('download'),
      button(device.page, name).click(),
    ]);
    const chunks = await (await download.createReadStream()).toArray();
    return Buffer.concat(chunks as Buffer[]);
  }
});
