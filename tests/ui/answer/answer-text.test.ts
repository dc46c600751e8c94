import { describe, expect, test } from 'vitest';
import { suggestedLanguage } from '#i18n/answer-languages.ts';
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

  test('never put a thousands separator into a year', () => {
    expect(setupText('en').t('start.year', { title: 'Survey', year: 2026 })).toBe('Survey, 2026');
  });

  test('leave a placeholder that nobody fills as it stands', () => {
    expect(setupText('sv').t('message.closed.body')).toContain('{{date}}');
  });

  test("find the form's own texts by path, and nothing where there is none", () => {
    const text = setupText('sv');
    expect(text.form('scales.agree4.points.4')).toBe('Stämmer helt');
    expect(text.form('items.p-near.help')).toBeUndefined();
    expect(text.form('items.p-near')).toBeUndefined();
  });
});

describe('the suggested language', () => {
  test.each([
    [['en-GB', 'sv'], 'en'],
    [['xx', 'sv-SE'], 'sv'],
    [[], 'sv'],
  ])('of %j is %s', (wanted, language) => {
    expect(suggestedLanguage(wanted)).toBe(language);
  });
});
