import { describe, expect, test } from 'vitest';
import { fileNameFor } from '#ui/team/session/file-exchange.ts';
import { sameInYear, whereaboutsOf } from '#ui/team/session/place-of.ts';
import { suggestedYear, yearsOnTheTable, yearToShow } from '#ui/team/session/year-of-day.ts';

describe('an address', () => {
  test.each([
    ['/', 'overview', null, true],
    ['/2026', 'overview', 2026, true],
    ['/2026/rounds', 'rounds', 2026, false],
    ['/2026/rounds/abc/poster', 'rounds', 2026, false],
    ['/2026/dialogue/improve', 'dialogue', 2026, false],
    ['/2026/wall', 'dialogue', 2026, false],
    ['/2025/history/parents', 'results', 2025, false],
    ['/2026/purge/parents', 'settings', 2026, false],
    ['/settings', 'settings', null, true],
    ['/nowhere', null, null, false],
    ['/2026/nowhere', null, 2026, false],
  ] as const)('%s lights %s', (path, place, year, quiet) => {
    expect(whereaboutsOf(path)).toMatchObject({ place, year, quiet });
  });

  test('another year shows the same place', () => {
    expect(sameInYear('/2026/results', 2025)).toBe('#/2025/results');
    expect(sameInYear('/2026/rounds/abc/poster', 2025)).toBe('#/2025/rounds');
    expect(sameInYear('/settings', 2025)).toBe('#/2025');
    expect(sameInYear('/2026/purge/parents', 2025)).toBe('#/2025');
    expect(sameInYear('/2026', 2025)).toBe('#/2025');
  });
});

describe('the verksamhetsår of a day', () => {
  test('is the calendar year', () => {
    expect(suggestedYear('2026-11-22', [])).toBe(2026);
  });

  test('stays the old year from January to March while the new one has not begun', () => {
    expect(suggestedYear('2027-01-20', [2026])).toBe(2026);
    expect(suggestedYear('2027-04-01', [2026])).toBe(2027);
    expect(suggestedYear('2027-01-20', [2026, 2027])).toBe(2027);
  });

  test('is two from January to March: one to finish and one to begin', () => {
    const both = { finishing: 2026, beginning: 2027 };
    expect(yearsOnTheTable('2027-01-20', [2026])).toEqual(both);
    expect(yearsOnTheTable('2027-03-31', [2026, 2027])).toEqual(both);
    expect(yearsOnTheTable('2027-04-01', [2026, 2027])).toBeNull();
    expect(yearsOnTheTable('2026-12-20', [2025, 2026])).toBeNull();
    expect(yearsOnTheTable('2027-01-20', [2027])).toBeNull();
  });

  test('that is shown is one that has begun', () => {
    expect(yearToShow('2026-11-22', [])).toBeNull();
    expect(yearToShow('2026-11-22', [2024, 2025])).toBe(2025);
    expect(yearToShow('2026-11-22', [2025, 2026, 2027])).toBe(2026);
  });
});

test('a file is named in plain letters', () => {
  expect(fileNameFor('Familjecentralen Öster & Åby', '2026-11-22')).toBe(
    'spegla-familjecentralen-oster-aby-2026-11-22.spegla',
  );
  expect(fileNameFor('مركز', '2026-11-22')).toBe('spegla-fil-2026-11-22.spegla');
});
