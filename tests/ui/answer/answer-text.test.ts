import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { createAnswerText } from '#i18n/answer-text.ts';
import sv from '#locales/sv/answer.json';
import en from '#locales/en/answer.json';
import parents from '#locales/sv/parents.json';

function setupText(language: string) {
  const answer = language === 'sv' ? sv : en;
  return createAnswerText(language, { answer, tablet: undefined, form: parents });
}

describe("the answering page's texts", () => {
  test('fill in what they name', () => {
    expect(setupText('sv').t('frame.progress', { number: 2, total: 8 })).toBe('Del 2 av 8');
  });

  test('choose the plural form of the language', () => {
    const text = setupText('en');
    expect(text.t('thanks.refused', { count: 1 })).toContain('1 answer could');
    expect(text.t('thanks.refused', { count: 2 })).toContain('2 answers could');
  });

  test('take the form for other numbers where the chosen one is not there', () => {
    const thanks = { refused: 'bare', refused_one: 'one', refused_other: 'other {{count}}' };
    const text = createAnswerText('ar', { answer: { thanks }, tablet: undefined, form: undefined });
    expect(text.t('thanks.refused', { count: 1 })).toBe('one');
    // Arabic has forms of their own for these.
    for (const count of [0, 2, 5, 11]) {
      expect(text.t('thanks.refused', { count })).toBe(`other ${count}`);
    }
  });

  test("fall back to neither the phone's plural rules nor its digits in a language it lacks", () => {
    // Only a process of its own speaks Arabic by itself, as a phone does.
    const script = `
      import { createAnswerText } from '#i18n/answer-text.ts';
      const thanks = { refused_one: 'one', refused_two: 'two', refused_other: 'other {{count}}' };
      const text = createAnswerText('xx', { answer: { thanks } });
      const told = [1, 2, 12].map((count) => text.t('thanks.refused', { count }));
      console.log(JSON.stringify([new Intl.NumberFormat('xx').format(12), ...told]));`;
    const told = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      env: { LC_ALL: 'ar_EG' },
      encoding: 'utf8',
    });
    expect(JSON.parse(told)).toEqual(['١٢', 'one', 'other 2', 'other 12']);
  });

  test('never put a thousands separator into a year', () => {
    expect(setupText('en').t('start.year', { title: 'Survey', year: 2026 })).toBe('Survey, 2026');
  });

  test('leave a placeholder that nobody fills as it stands', () => {
    expect(setupText('sv').t('message.notYetOpen.body')).toContain('{{date}}');
  });

  test("find the form's own texts by path, and nothing where there is none", () => {
    const text = setupText('sv');
    expect(text.form('scales.agree4.points.4')).toBe('Stämmer helt');
    expect(text.form('items.p-near.help')).toBeUndefined();
    expect(text.form('items.p-near')).toBeUndefined();
  });
});
