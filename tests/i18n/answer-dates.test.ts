import { afterEach, describe, expect, test, vi } from 'vitest';
import { dayIn } from '#i18n/answer-dates.ts';
import { answerLanguages } from '#i18n/answer-languages.ts';

describe('a day on the answering page', () => {
  afterEach(() => vi.restoreAllMocks());

  test.each([
    ['sv', '22 november 2026'],
    ['en', '22 November 2026'],
    ['pl', '22 listopada 2026'],
    ['es', '22 de noviembre de 2026'],
  ])('is told in the words of %s', (language, day) => {
    expect(dayIn(language, '2026-11-22')).toBe(day);
  });

  test('is the Gregorian one in Dari, too', () => {
    expect(dayIn('fa', '2026-11-22')).toBe('۲۲ نومبر ۲۰۲۶');
  });

  test('is the day that a time begins with, in every time zone', () => {
    expect(dayIn('sv', '2026-11-22T23:59:59.000Z')).toBe('22 november 2026');
  });

  test.each([
    ['so', '22 Nofeembar 2026'],
    ['ti', '22 ሕዳር 2026'],
    ['ckb', '٢٢ی تشرینی دووەمی ٢٠٢٦'],
    ['kmr', '22ê sermaweza 2026an'],
  ])('is told in the words of %s, which browsers lack', (language, day) => {
    vi.spyOn(Intl.DateTimeFormat, 'supportedLocalesOf').mockReturnValue([]);
    expect(dayIn(language, '2026-11-22')).toBe(day);
    const twelve = Array.from({ length: 12 }, (_, month) =>
      dayIn(language, `2026-${String(month + 1).padStart(2, '0')}-01`),
    );
    expect(new Set(twelve).size).toBe(12);
  });

  const ours = ['so', 'ti', 'ckb', 'kmr'];
  test.each(answerLanguages.map(({ code }) => code).filter((code) => !ours.includes(code)))(
    'is in figures where the browser lacks %s, never in the words of another language',
    (language) => {
      vi.spyOn(Intl.DateTimeFormat, 'supportedLocalesOf').mockReturnValue([]);
      expect(dayIn(language, '2026-11-22T23:59:59Z')).toBe('\u20662026-11-22\u2069');
    },
  );
});
