import { describe, expect, test } from 'vitest';
import {
  localeFaults,
  leavesOf,
  placeholdersOf,
  type LocaleRules,
  type Locales,
  type LocaleTree,
} from '../../scripts/locale-check.ts';

const rules: LocaleRules = {
  source: 'sv',
  staffLanguages: ['sv', 'en'],
  answerLanguages: ['sv', 'en'],
  answerNamespaces: ['answer'],
  sameAllowed: [],
};

/** The faults of these languages, when the answering page offers just them. */
function faultsOfAll(locales: Locales, changes: Partial<LocaleRules> = {}): string[] {
  return localeFaults(locales, { ...rules, answerLanguages: Object.keys(locales), ...changes });
}

const swedish = {
  thanks: 'Tack',
  round: { open: 'Öppen till {{date}}' },
  left_one: '{{count}} fråga kvar',
  left_other: '{{count}} frågor kvar',
};
const english = {
  thanks: 'Thank you',
  round: { open: 'Open until {{date}}' },
  left_one: '{{count}} question left',
  left_other: '{{count}} questions left',
};

/** The faults when English has this answer.json beside the good Swedish one. */
function englishFaults(tree: LocaleTree, sameAllowed: readonly string[] = []): string[] {
  return faultsOfAll({ sv: { answer: swedish }, en: { answer: tree } }, { sameAllowed });
}

describe('the locale check', () => {
  test('says nothing when the languages agree', () => {
    expect(englishFaults(english)).toEqual([]);
  });

  test('finds a missing key', () => {
    expect(englishFaults({ ...english, round: {} })).toEqual(['en/answer:round.open is missing']);
  });

  test('finds a key that Swedish lacks', () => {
    expect(englishFaults({ ...english, extra: 'More' })).toEqual([
      'en/answer:extra is not in the source language',
    ]);
  });

  test('finds a text where Swedish has a group of texts', () => {
    expect(englishFaults({ ...english, round: 'Round' })).toEqual([
      'en/answer:round.open is missing',
      'en/answer:round is not in the source language',
    ]);
  });

  test.each(['', '  '])('finds the empty text "%s"', (empty) => {
    expect(englishFaults({ ...english, thanks: empty })).toEqual(['en/answer:thanks is empty']);
  });

  test('finds an empty text in Swedish too', () => {
    const faults = faultsOfAll({ sv: { answer: { thanks: '' } } });
    expect(faults).toEqual(['sv/answer:thanks is empty']);
  });

  test.each([null, 7, true, ['a']])('finds that %j is no text', (value) => {
    expect(englishFaults({ ...english, thanks: value })).toEqual([
      'en/answer:thanks is not a text',
    ]);
  });

  test('finds a placeholder that is missing or spelled otherwise', () => {
    expect(englishFaults({ ...english, round: { open: 'Open until {{day}}' } })).toEqual([
      'en/answer:round.open has placeholders [{{day}}], the source has [{{date}}]',
    ]);
  });

  test('finds an untranslated text, unless it is allowed', () => {
    const same = { ...english, thanks: 'Tack' };
    expect(englishFaults(same)).toEqual([
      'en/answer:thanks equals the source: translate it or allow it in scripts/locale-same-allowed.json',
    ]);
    expect(englishFaults(same, ['en/answer:thanks'])).toEqual([]);
    expect(englishFaults(same, ['*/answer:thanks'])).toEqual([]);
  });

  test('finds an allowance that nothing needs any more', () => {
    expect(englishFaults(english, ['en/answer:thanks'])).toEqual([
      'scripts/locale-same-allowed.json: nothing needs en/answer:thanks any more',
    ]);
  });

  test('lets texts without letters be the same everywhere', () => {
    const numbers = { share: '{{part}} / {{whole}}' };
    expect(faultsOfAll({ sv: { answer: numbers }, en: { answer: numbers } })).toEqual([]);
  });

  test('finds nothing to compare with', () => {
    expect(localeFaults({ en: { answer: english } }, rules)).toEqual([
      'sv: the source language has no files',
    ]);
  });
});

describe('the locale check of plurals', () => {
  const polish = {
    thanks: 'Dziękujemy',
    round: { open: 'Otwarte do {{date}}' },
    left_one: 'Zostało {{count}} pytanie',
    left_few: 'Zostały {{count}} pytania',
    left_many: 'Zostało {{count}} pytań',
    left_other: 'Zostało {{count}} pytania',
  };
  const faultsOf = (language: string, tree: LocaleTree): string[] =>
    faultsOfAll({ sv: { answer: swedish }, [language]: { answer: tree } });

  test('wants the forms of the language itself, not those of Swedish', () => {
    expect(faultsOf('pl', polish)).toEqual([]);
    const { left_few: _few, ...withoutFew } = polish;
    expect(faultsOf('pl', withoutFew)).toEqual(['pl/answer:left_few is missing (plural form)']);
  });

  test('finds a form that the language lacks', () => {
    expect(faultsOf('en', { ...english, left_few: '{{count}} questions to go' })).toEqual([
      'en/answer:left_few is a plural form that en lacks',
    ]);
  });

  test('lets any language have a text of its own for none', () => {
    expect(faultsOf('en', { ...english, left_zero: 'No questions left' })).toEqual([]);
  });

  test('lets the form for one leave the number out, but not the form for many', () => {
    expect(faultsOf('en', { ...english, left_one: 'One question left' })).toEqual([]);
    expect(faultsOf('pl', { ...polish, left_many: 'Zostało wiele pytań' })).toEqual([
      'pl/answer:left_many has placeholders [], the source has [{{count}}]',
    ]);
  });

  test('finds a half plural in Swedish', () => {
    const { left_other: _other, ...half } = swedish;
    expect(faultsOfAll({ sv: { answer: half } })).toEqual([
      'sv/answer:left_other is missing (plural form)',
    ]);
  });

  test('refuses to guess the plurals of a language that it does not know', () => {
    expect(faultsOf('xx', polish)).toContain('xx/answer: no plural rules are known for xx');
  });
});

describe('the locale check of files', () => {
  const team = { title: 'Vårt år' };

  test('wants every file from the languages of the staff', () => {
    expect(faultsOfAll({ sv: { answer: swedish, team }, en: { answer: english } })).toEqual([
      'en/team.json is missing',
    ]);
  });

  test('wants from other languages only what parents and children meet', () => {
    const turkish = { title: 'Teşekkürler' };
    const sv = { answer: { title: 'Tack' }, team };
    expect(faultsOfAll({ sv, tr: { answer: turkish } })).toEqual([]);
    expect(faultsOfAll({ sv, tr: {} })).toEqual(['tr/answer.json is missing']);
  });

  test('wants from Swedish, too, all that parents and children meet', () => {
    const faults = faultsOfAll({ sv: { team } });
    expect(faults).toEqual(['sv/answer.json is missing']);
  });

  test('finds a file that Swedish lacks', () => {
    const faults = faultsOfAll({
      sv: { answer: swedish },
      en: { answer: english, old: { a: 'b' } },
    });
    expect(faults).toEqual(['en/old.json is not in the source language']);
  });
});

describe('the locale check of languages', () => {
  const sv = { answer: swedish };
  const en = { answer: english };

  test('finds a language that is offered without files', () => {
    expect(faultsOfAll({ sv, en }, { answerLanguages: ['sv', 'en', 'so'] })).toEqual([
      'locales/so is missing: answerLanguages names it',
    ]);
  });

  test('finds files that no one is offered', () => {
    expect(faultsOfAll({ sv, en }, { answerLanguages: ['sv'] })).toEqual([
      'locales/en is not in answerLanguages',
    ]);
  });
});

describe('the locale check of reviews', () => {
  /** The faults when Swedish and English say this about themselves. */
  const faultsOf = (swedishAbout: LocaleTree, englishAbout: LocaleTree): string[] =>
    faultsOfAll(
      { sv: { about: swedishAbout }, en: { about: englishAbout } },
      { answerNamespaces: ['about'] },
    );

  test('lets every language say whether a native speaker has reviewed it', () => {
    expect(faultsOf({ reviewed: true }, { reviewed: false })).toEqual([]);
  });

  test.each(['no', null, 0])('finds that %j is neither yes nor no', (reviewed) => {
    expect(faultsOf({ reviewed: true }, { reviewed })).toEqual([
      'en/about:reviewed is neither true nor false',
    ]);
  });

  test('finds a language that does not say', () => {
    expect(faultsOf({ reviewed: true }, {})).toEqual(['en/about:reviewed is missing']);
  });

  test('finds that Swedish does not say', () => {
    expect(faultsOf({}, {})).toEqual(['sv/about:reviewed is missing']);
  });
});

test('leaves are named by their dotted path', () => {
  expect([...leavesOf({ a: { b: { c: 'x' } }, d: 'y' })]).toEqual([
    ['a.b.c', 'x'],
    ['d', 'y'],
  ]);
});

test('placeholders are told by name, once, without format or dash', () => {
  expect(placeholdersOf('{{n, number}} {{- name}} {{ n }}')).toEqual(['n', 'name']);
});
