import { expect, test } from 'vitest';
import { areaChart, areaTable } from '#ui/team/results/figures/area-figure.tsx';
import { goalTable, goalYears } from '#ui/team/results/figures/goal-figure.tsx';
import { itemChart, itemTable } from '#ui/team/results/figures/item-figure.tsx';
import { statementPlot, statementTable } from '#ui/team/results/figures/statement-figure.tsx';
import { differenceWords } from '#ui/team/results/figures/difference-words.ts';
import { itemShareYears } from '#ui/team/results/figures/share-years.ts';
import { shareTable, spreadTable } from '#ui/team/results/item/item-tables.ts';
import type { ItemTrend, ResultsView } from '#projections/views.ts';
import { intervalWords } from '#ui/team/results/figures/share-words.ts';
import { fakeCentre, fakeYear } from './fake-results.ts';
import { speak } from './speak.ts';

test("a chart's data are its table's data", async () => {
  const text = await speak();
  const view = fakeCentre().results(fakeYear);
  for (const trend of view.areas) {
    const cells = areaTable(text, trend).rows.map((row) => row.cells.slice(0, 6));
    expect(areaChart(text, trend).rows.map((row) => row.counts)).toEqual(cells);
  }
  for (const trend of [...view.parentItems, ...view.children]) {
    const { rows, segments } = itemChart(text, trend);
    const cells = itemTable(text, trend).rows.map((row) => row.cells.slice(0, segments.length));
    expect(rows.map((row) => row.counts)).toEqual(cells);
  }
  for (const trend of view.parentGoals) {
    const shares = goalTable(text, trend).rows.map((row) => row.cells[0]);
    // The line goes from the oldest year on; the table begins with the newest.
    const rows = goalYears(text, trend, fakeYear).toReversed();
    expect(rows.map(({ share }) => text.formats.percent(share ?? -1))).toEqual(shares);
    const intervals = goalTable(text, trend).rows.map((row) => row.cells[1]);
    const drawn = rows.map(({ interval }) =>
      interval === null ? '–' : intervalWords(text, interval),
    );
    expect(drawn).toEqual(intervals);
  }
  for (const trend of view.statements) {
    const [shown] = statementPlot(text, trend, fakeYear).rows;
    const [row] = statementTable(text, trend).rows;
    expect(shown?.stops.map(({ count }) => count)).toEqual(row?.cells.slice(1, 7));
  }
});

test("what a question's own page draws is what its tables say, of both shares", async () => {
  const text = await speak();
  const view = fakeCentre().results(fakeYear);
  for (const trend of [...view.parentItems, ...view.children]) {
    const { rows, segments } = itemChart(text, trend);
    const steps = spreadTable(text, trend).rows.map((row) => row.cells.slice(0, segments.length));
    expect(rows.map(({ counts }) => counts)).toEqual(steps);
    for (const of of trend.form === 'parents'
      ? (['positive', 'top'] as const)
      : (['positive'] as const)) {
      const drawn = itemShareYears(text, trend, fakeYear, of).toReversed();
      const cells = shareTable(text, trend, of).rows.map((row) => row.cells);
      expect(drawn.map(({ words }) => words)).toEqual(cells.map(([share]) => share));
      const intervals = drawn.map(({ interval }) =>
        interval === null ? '–' : intervalWords(text, interval),
      );
      expect(intervals).toEqual(cells.map(([, interval]) => interval));
      expect(cells.every((row) => row.length === 4)).toBe(true);
    }
  }
});

test('who did not know, had not used it or left it stands apart, and adds up to all who answered', async () => {
  const text = await speak();
  const { columns, rows } = spreadTable(text, firstParentItem(fakeCentre().results(fakeYear)));
  expect(columns.map(({ id }) => id)).toEqual([
    'year',
    '4',
    '3',
    '2',
    '1',
    'unknown',
    'notUsed',
    'missing',
    'rated',
    'answered',
  ]);
  const [newest] = rows;
  const numbers = (newest?.cells ?? []).map(Number);
  const [rated = 0, answered = 0] = numbers.slice(-2);
  const sum = (part: readonly number[]): number => part.reduce((total, one) => total + one, 0);
  expect(sum(numbers.slice(0, 4))).toBe(rated);
  expect(sum(numbers.slice(0, 7))).toBe(answered);
});

test('each earlier year has its difference to the newest, with the interval in signed points', async () => {
  const text = await speak();
  const centre = fakeCentre({ history: false });
  expect(differenceWords(text, centre.results(fakeYear).parentItems[0]?.comparisons[0])).toBe('–');
  const same = { year: 2025, comparable: true, items: ['p-near'], contradicted: false } as const;
  const positive = { difference: -0.241, lower: -0.43, upper: 0.004 };
  expect(differenceWords(text, { ...same, positive, top: null })).toBe('−24 (−43 till 0)');
  expect(differenceWords(text, { ...same, positive, top: null }, 'top')).toBe('–');
  const other = { year: 2024, comparable: false, why: 'notComparable' } as const;
  expect(differenceWords(text, other)).toBe('går inte att jämföra');
});

test('the newest year stands first, and a year keeps its colour in every chart', async () => {
  const text = await speak();
  const view = fakeCentre().results(fakeYear);
  const tokens = new Map<string, Set<string>>();
  for (const trend of view.statements) {
    const { rows } = statementPlot(text, trend, fakeYear);
    expect(rows[0]?.label).toBe('2026');
    for (const { label, token } of rows)
      tokens.set(label, new Set([...(tokens.get(label) ?? []), token]));
  }
  for (const trend of view.parentGoals) {
    for (const { label, token } of goalYears(text, trend, fakeYear)) tokens.get(label)?.add(token);
  }
  expect([...tokens].map(([year, used]) => [year, [...used]])).toEqual([
    ['2026', ['--year-0']],
    ['2025', ['--year-1']],
    ['2024', ['--year-2']],
    ['2023', ['--year-3']],
  ]);
});

test('a withheld year has no counts in chart or table, and says why', async () => {
  const text = await speak();
  const [item] = fakeCentre({ parents: 5 }).results(fakeYear).parentItems;
  if (item === undefined) throw new Error('no item');
  const [row] = itemChart(text, item).rows;
  expect(row).toEqual({
    label: '2026',
    counts: null,
    note: 'för få svar för att visas',
    breaks: true,
  });
  expect(itemTable(text, item).rows[0]?.cells).toEqual([
    'för få svar för att visas',
    ...Array.from({ length: 9 }, () => 'dold'),
    '–',
  ]);
});

test('a series is drawn broken between an earlier form and this one, as line and as bars', async () => {
  const text = await speak();
  const view = fakeCentre().results(fakeYear);
  const [goal, item] = [view.parentGoals[0], view.parentItems[0]];
  if (goal === undefined || item === undefined) throw new Error('nothing to draw');
  // 2026 was asked here; 2025 and 2024 are one earlier form.
  expect(goalYears(text, goal, fakeYear).map(({ breaks }) => breaks)).toEqual([false, false, true]);
  expect(itemChart(text, item).rows.map(({ breaks }) => breaks)).toEqual([true, false, false]);
});

function firstParentItem({ parentItems }: ResultsView): ItemTrend {
  const [first] = parentItems;
  if (first === undefined) throw new Error('no item');
  return first;
}
