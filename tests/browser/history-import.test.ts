import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { thisYear } from './days.ts';
import { expectGone, expectRead, expectShown } from './expect-shown.ts';
import { setupSpegla, type Spegla } from './setup-spegla.ts';
import { beginYear, button, createCentre, goTo } from './team-steps.ts';
import { parents, reflection, results, team } from './texts.ts';

const year = thisYear - 1;

describe('an earlier year from a spreadsheet', () => {
  let spegla: Spegla;
  let page: Page;
  beforeAll(async () => {
    spegla = await setupSpegla();
    const device = await spegla.device();
    await createCentre(device);
    ({ page } = device);
    await beginYear(page);
  });
  afterAll(() => spegla.stop());
  afterEach(() => expect(spegla.faults()).toEqual([]));

  async function openImport(form: 'reflection' | 'parents'): Promise<void> {
    await goTo(page, `#/${year}/history/${form}`);
    await page.getByText(results('import.title'), { exact: true }).click();
  }

  /** The preview's row for a line of what was pasted. */
  function line(number: number): Promise<string[]> {
    return page
      .getByRole('row', { name: new RegExp(`^${number} `, 'u') })
      .getByRole('cell')
      .allTextContents();
  }

  test('is pasted in the paper’s order; what is wrong is said by row, and nothing is saved before a tap', async () => {
    await openImport('reflection');
    const [first, second] = [reflection.heading('r01'), reflection.heading('r02')];
    const table = [
      ['Påstående', 'Fungerar', 'Behöver utvecklas'],
      [first, '7', '2'],
      [second, 'sju', '2'],
      ['Något helt annat', '1', '1'],
    ];
    const pasted = table.map((row) => row.join('\t')).join('\n');
    await page.getByLabel(results('import.paste'), { exact: true }).fill(pasted);
    await expectShown(page.getByText(results('import.nothingYet')));
    await expectRead(async () => (await line(3)).at(-1), results('import.fault.notNumber'));
    await expectRead(async () => (await line(4)).at(-1), results('import.fault.unknownItem'));
    await expectRead(
      async () => (await line(2)).at(-1),
      results('import.share_other', { favourable: 7, count: 9 }),
    );
    await goTo(page, `#/${year}/results`);
    await expectShown(page.getByText(results('empty.title', { year })));

    await openImport('reflection');
    await page.getByLabel(results('import.paste'), { exact: true }).fill(pasted);
    await button(page, results('import.save_one', { count: 1, year })).click();
    await expectShown(page.getByText(results('import.saved_one', { count: 1, year })));
    await button(page, team('parts.undo')).click();
    await goTo(page, `#/${year}/results`);
    await expectShown(page.getByText(results('empty.title', { year })));
  });

  test('comes as a CSV file with percent and number, and stands beside, without verdict', async () => {
    await openImport('parents');
    const rows = [
      ['Fråga', 'Procent', 'Antal'],
      [parents.text('p-near'), '75', '40'],
      [parents.text('p-hours'), '120', '40'],
      [parents.text('p-welcome'), '90', ''],
    ];
    const csv = rows.map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\r\n');
    await page.locator('input[type=file]').setInputFiles({
      name: 'tidigare.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`\uFEFF${csv}`, 'utf8'),
    });
    await expectRead(async () => (await line(3)).at(-1), results('import.fault.notPercent'));
    await expectRead(async () => (await line(4)).at(-1), results('import.fault.noCount'));
    await button(page, results('import.save_one', { count: 1, year })).click();
    await expectShown(page.getByText(results('import.saved_one', { count: 1, year })));
    await goTo(page, `#/${year}/results/p-near`);
    await expectShown(page.getByRole('heading', { name: parents.text('p-near'), level: 1 }));
    await page.getByText(results('figure.asTable')).nth(1).click();
    const row = page
      .getByRole('table', { name: new RegExp(`^${results('item.positive')}`, 'u') })
      .getByRole('row', { name: `${year} (${results('chart.earlierForm')})` });
    const cells = await row.getByRole('cell').allTextContents();
    expect(cells[0]?.replaceAll('\u00A0', ' ')).toBe('75 %');
    expect(cells[2]).toBe('40');
    await expectGone(page.locator('.verdict-better'));
  });
});
