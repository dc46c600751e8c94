import { expect, it } from 'vitest';
import { exportResultsCsv } from '#app/team/export-results.ts';
import { plain } from '../projections/centre-records.ts';
import { idsAsTexts, numberOf } from './csv-rows.ts';
import * as expected from './expected.ts';
import { goalsOf, spreadOf } from './views.ts';
import type { Year } from './year.ts';

/** What the screens, the other devices and the files say of it. */
export function tellNumbers(year: Year): void {
  const { story, office, tablet, results } = year;

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
      [2026, 59, 'rounds'],
    ]);
    // The years before were typed in from an earlier form: they stand beside, and nothing is said of a change.
    expect(near?.comparisons.map((one) => !one.comparable && one.why)).toEqual(
      Array.from({ length: 3 }, () => 'notComparable'),
    );
    const feel = view.children.find(({ item }) => item === 'c-feel');
    expect(feel?.verdict).toEqual({ verdict: 'notComparable', against: 2025 });
    const first = view.statements.find(({ item }) => item === 'r01');
    const joint = first?.years.slice(-2).map((one) => [one.position, one.middleOfCounts]);
    expect(joint).toEqual([
      [null, 3],
      [5, null],
    ]);
    expect(view.parentItems.find(({ item }) => item === 'p-learn')?.comparisons).toEqual([]);
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
}
