import { describe, expect, test } from 'vitest';
import { createTranslator } from '#i18n/translator.ts';
import { kitErrorWords } from '#ui/team/keys/kit-error.ts';
import { placesToAsk } from '#ui/team/keys/places-to-ask.ts';
import { waitWords } from '#ui/team/lock/wait-words.ts';

const { t } = await createTranslator('sv');

describe('the check of the printed kit', () => {
  test('asks for a word of each column, and not always for the same', () => {
    const asked = Array.from({ length: 200 }, placesToAsk);
    for (const [left = 0, middle = 0, right = 0, ...more] of asked) {
      expect([
        left >= 1 && left <= 9,
        middle > 9 && middle <= 18,
        right > 18 && right <= 27,
      ]).toEqual([true, true, true]);
      expect(more).toEqual([]);
    }
    expect(new Set(asked.flat()).size).toBe(27);
  });

  test('names the word that is wrong', () => {
    const wrong = { ok: false, why: 'unknownWord', word: 'qvast', place: 4 } as const;
    expect(kitErrorWords(wrong, t)).toContain('Ord 4, ”qvast”');
    expect(kitErrorWords({ ok: false, why: 'count', count: 26 }, t)).toContain('26 ord');
  });
});

test('a wait is said in whole seconds and minutes, rounded up', () => {
  expect(waitWords(9_001, t)).toContain('10 sekunder');
  expect(waitWords(60_000, t)).toContain('1 minut och');
  expect(waitWords(3_540_001, t)).toContain('60 minuter');
});
