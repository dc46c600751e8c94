import { describe, expect, test } from 'vitest';
import { createFormTexts } from '#i18n/form-texts.ts';
import { createFormats } from '#i18n/formats.ts';
import { pickStaffLanguage } from '#i18n/languages.ts';
import { createTranslator } from '#i18n/translator.ts';

describe('a translator', () => {
  test('speaks its language, with plurals', async () => {
    const swedish = await createTranslator('sv');
    const english = await createTranslator('en');
    expect(swedish.t('nav.overview')).toBe('Översikt');
    expect(english.t('nav.overview')).toBe('Overview');
    expect(swedish.t('rounds.answers', { count: 1 })).toBe('1 svar');
    expect(english.t('rounds.answers', { count: 1 })).toBe('1 answer');
    expect(english.t('rounds.answers', { count: 2 })).toBe('2 answers');
  });

  test('puts values in as they are: Preact writes text, not markup', async () => {
    const { t } = await createTranslator('sv');
    expect(t('settings.leaveAsk', { name: 'Öster & <Åby>' })).toContain('Öster & <Åby>');
  });

  test('knows the forms by the ids of their data', async () => {
    const form = (await createTranslator('sv')).form('reflection');
    expect(form.title).toBe('Självreflektion');
    expect(form.heading('r01')).toBe('Hälsofrämjande arena');
    expect(form.mark('working6', 6)).toBe('Fungerar');
    expect(form.mark('working6', 'unknown')).toBe('Vet inte');
  });
});

test('a text that a form lacks comes back as its id', () => {
  const form = createFormTexts({ items: { a: { text: 'Hej' } } });
  expect(form.heading('a')).toBe('Hej');
  expect(form.text('b')).toBe('b');
  expect(form.help('a')).toBe('');
  expect(form.point('scale', 4)).toBe('4');
});

test('the first wished language that is spoken here is picked', () => {
  expect(pickStaffLanguage(['de-DE', 'en-GB', 'sv'])).toBe('en');
  expect(pickStaffLanguage(['SV-se'])).toBe('sv');
  expect(pickStaffLanguage(['so'])).toBe('sv');
  expect(pickStaffLanguage([])).toBe('sv');
});

describe('Swedish formats', () => {
  const formats = createFormats('sv');
  const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

  test('write numbers with a comma and a space', () => {
    expect(plain(formats.number(1234.5))).toBe('1 234,5');
    expect(plain(formats.percent(0.784))).toBe('78 %');
  });

  test('write days without a time zone', () => {
    expect(formats.day('2026-11-09')).toBe('9 november 2026');
    expect(formats.dayRange('2026-11-09', '2026-11-20')).toMatch(/^9[–-]20 november 2026$/);
  });

  test('leave what is not a day as it is', () => {
    expect(formats.day('snart')).toBe('snart');
    expect(formats.dayRange('2026-11-20', '2026-11-09')).toBe('2026-11-20 – 2026-11-09');
  });

  test('write lists', () => {
    expect(formats.list(['a', 'b', 'c'])).toBe('a, b och c');
    // By hand, since the browser's own costs a start too much: it says the same.
    for (const [language, locale] of [
      ['sv', 'sv-SE'],
      ['en', 'en-GB'],
    ] as const) {
      const theirs = new Intl.ListFormat(locale, { type: 'conjunction' });
      for (const parts of [[], ['a'], ['a', 'b'], ['a', 'b', 'c', 'd']]) {
        expect(createFormats(language).list(parts)).toBe(theirs.format(parts));
      }
    }
  });
});
