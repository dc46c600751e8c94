import { describe, expect, test } from 'vitest';
import { daysFault } from '#ui/team/rounds/date-fields.tsx';
import { familiesFrom } from '#ui/team/rounds/families-from.ts';
import { mondayOfWeek, proposedDays } from '#ui/team/rounds/round-defaults.ts';
import { roundsOf, roundStateOf } from '#ui/team/rounds/round-state.ts';
import { fakeRound } from './fake-open-centre.ts';

describe('the days that a round is proposed to have', () => {
  test.each([
    [2026, 45, '2026-11-02'],
    [2027, 45, '2027-11-08'],
    [2026, 1, '2025-12-29'],
    [2020, 53, '2020-12-28'],
  ])('Monday of ISO week %i/%i is %s', (year, week, monday) => {
    expect(mondayOfWeek(year, week)).toBe(monday);
  });

  test('parents answer in weeks 45–46', () => {
    expect(proposedDays('parents', 2026, '2026-09-01')).toEqual({
      opens: '2026-11-02',
      closes: '2026-11-15',
    });
  });

  test('the self-reflection lasts from December into January of the next year', () => {
    expect(proposedDays('reflection', 2026, '2026-11-22')).toEqual({
      opens: '2026-12-01',
      closes: '2027-01-31',
    });
  });

  test('who opens in the middle begins today and keeps the usual end', () => {
    expect(proposedDays('reflection', 2026, '2026-12-20')).toEqual({
      opens: '2026-12-20',
      closes: '2027-01-31',
    });
  });

  test('who opens too late gets the usual length from today', () => {
    expect(proposedDays('parents', 2026, '2026-11-22')).toEqual({
      opens: '2026-11-22',
      closes: '2026-12-05',
    });
  });
});

describe('a round', () => {
  test.each([
    ['2026-11-01', 'planned'],
    ['2026-11-02', 'open'],
    ['2026-11-15', 'open'],
    ['2026-11-16', 'ended'],
  ] as const)('on %s it is %s', (today, state) => {
    expect(roundStateOf(fakeRound(), today)).toBe(state);
  });

  test('that is closed stays closed, whatever the day', () => {
    expect(roundStateOf(fakeRound({ closed: true }), '2026-11-05')).toBe('closed');
  });

  test('that opens last comes first', () => {
    const rounds = [fakeRound({ id: 'a' }), fakeRound({ id: 'b', opens: '2026-11-09' })];
    expect(roundsOf(rounds, 'parents', 2026).map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

describe('what is written when a round is opened or closed', () => {
  test('days must be there and in order', () => {
    expect(daysFault({ opens: '', closes: '2026-11-15' })).toBe('dateMissing');
    expect(daysFault({ opens: '2026-11-16', closes: '2026-11-15' })).toBe('datesError');
    expect(daysFault({ opens: '2026-11-15', closes: '2026-11-15' })).toBeNull();
  });

  test.each([
    ['', null],
    ['80', 80],
    ['1 200', 1200],
    ['ungefär 80', undefined],
    ['-3', undefined],
    ['8,5', undefined],
  ])('"%s" families are %s', (text, families) => {
    expect(familiesFrom(text)).toBe(families);
  });
});
