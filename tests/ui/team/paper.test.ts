import { describe, expect, test } from 'vitest';
import { answerLanguages } from '#i18n/answer-languages.ts';
import { isReviewed, loadPaperTexts, paperLanguages } from '#i18n/paper-texts.ts';
import { itemsOf } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import * as drafts from '#ui/team/paper-entry/entry-draft.ts';
import { entryMove } from '#ui/team/paper-entry/entry-move.ts';
import { isoWeekOf } from '#ui/team/print/iso-weeks.ts';
import { itemWords } from '#ui/team/print/item-words.ts';

function itemOf(form: 'parents' | 'reflection', id: string) {
  const item = itemsOf(currentForm(form)).find((one) => one.id === id);
  if (item === undefined) throw new Error(`no ${id}`);
  return item;
}

function key(name: string, held: { ctrlKey?: boolean; altKey?: boolean } = {}) {
  return {
    key: name,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isComposing: false,
    ...held,
  };
}

describe('the week of a day', () => {
  test.each([
    ['2026-11-02', 45],
    ['2026-11-15', 46],
    ['2027-01-03', 53],
    ['2027-01-04', 1],
    ['2025-12-29', 1],
  ])('%s lies in week %i', (day, week) => {
    expect(isoWeekOf(day)).toBe(week);
  });
});

describe('a key, while a paper is entered,', () => {
  test.each([
    ['1', { kind: 'choose', option: 0 }],
    ['8', { kind: 'choose', option: 7 }],
    ['0', { kind: 'clear' }],
    ['Backspace', { kind: 'clear' }],
    ['ArrowDown', { kind: 'next' }],
    ['ArrowUp', { kind: 'previous' }],
    ['Enter', { kind: 'give' }],
    ['k', { kind: 'comment' }],
    ['K', { kind: 'comment' }],
    ['a', null],
    ['Tab', null],
  ])('%s means %o', (name, move) => {
    expect(entryMove(key(name), false)).toEqual(move);
  });

  test('writes in a text; only Enter with Ctrl hands in, and Escape leaves it', () => {
    expect(entryMove(key('Escape'), true)).toEqual({ kind: 'leaveText' });
    for (const name of ['1', '0', 'Enter', 'ArrowUp', 'k'])
      expect(entryMove(key(name), true)).toBeNull();
    expect(entryMove(key('Enter', { ctrlKey: true }), true)).toEqual({ kind: 'give' });
  });

  test('that is held with another one is the browser’s', () => {
    expect(entryMove(key('1', { ctrlKey: true }), false)).toBeNull();
    expect(entryMove(key('ArrowDown', { altKey: true }), false)).toBeNull();
  });
});

describe('a paper', () => {
  test('gives each answer the digit that stands in its box', () => {
    const options = drafts.optionsOf(itemOf('parents', 'p-near'));
    expect(options).toEqual([4, 3, 2, 1, 'unknown', 'notUsed'].map((mark) => ({ mark })));
    const stops = drafts.optionsOf(itemOf('reflection', 'r01'));
    expect(stops).toEqual([6, 5, 4, 3, 2, 1, 'unknown', 'notHere'].map((mark) => ({ mark })));
  });

  test('holds one answer a question, or several where the form says so', () => {
    const gender = itemOf('parents', 'p-gender');
    const services = itemOf('parents', 'p-services');
    let draft = drafts.choose(drafts.emptyDraft, gender, { choice: 'woman' });
    draft = drafts.choose(draft, gender, { choice: 'man' });
    draft = drafts.choose(draft, services, { choice: 'midwifery' });
    draft = drafts.choose(draft, services, { choice: 'childHealth' });
    draft = drafts.choose(draft, services, { choice: 'midwifery' });
    expect(draft.choices).toEqual({ 'p-gender': ['man'], 'p-services': ['childHealth'] });
    draft = drafts.write(draft, itemOf('parents', 'p-good'), '  ');
    expect(drafts.countsOf(draft)).toEqual({ questions: 2, texts: 0 });
    expect(drafts.isEmpty(drafts.clear(drafts.clear(draft, gender), services))).toBe(true);
  });
});

describe('what is printed', () => {
  test('is there in every language that parents answer in', async () => {
    expect(paperLanguages('parents')).toEqual(answerLanguages);
    for (const { code } of answerLanguages) {
      const texts = await loadPaperTexts(code, 'parents');
      const until = texts.t('poster.until', { date: texts.day('2026-11-15') });
      const all = [
        ...(['headline', 'scan', 'minutes', 'otherWays'] as const).map((id) =>
          texts.t(`poster.${id}`),
        ),
        ...(['how', 'several', 'skip', 'handIn'] as const).map((id) => texts.t(`form.${id}`)),
        until,
        texts.textNotice,
        texts.onlySwedish,
        texts.localTitle('Solrosen'),
        texts.responsible('Kommunen', '010-1'),
      ];
      expect(
        all.filter((text) => text === '' || text.includes('{{')),
        code,
      ).toEqual([]);
      expect(texts.localTitle('Solrosen'), code).toContain('Solrosen');
    }
  });

  test('of the team’s own form is there in the staff’s languages', async () => {
    expect(paperLanguages('reflection').map(({ code }) => code)).toEqual(['sv', 'en']);
    const { form } = await loadPaperTexts('sv', 'reflection');
    expect(form.point('working6', 6)).toBe('Fungerar');
  });

  test('says of each language whether a native speaker has read it', () => {
    expect(isReviewed('sv')).toBe(true);
    expect(isReviewed('nowhere')).toBe(false);
  });

  test('has the centre’s own question in Swedish where nobody has translated it', async () => {
    const arabic = await loadPaperTexts('ar', 'parents');
    const item = { id: 'l-1', version: 1, kind: 'choice', options: ['a'], several: false } as const;
    const words = { sv: { text: 'När passar det?', options: { a: 'Förmiddag' } } };
    const swedishOnly = itemWords(item, arabic, { 'l-1': words });
    expect(swedishOnly).toMatchObject({ text: 'När passar det?', untranslated: true });
    expect(swedishOnly.option('a')).toBe('Förmiddag');
    const both = itemWords(item, arabic, { 'l-1': { ...words, ar: { text: 'متى؟' } } });
    expect(both).toMatchObject({ text: 'متى؟', untranslated: false });
    expect(both.option('a')).toBe('Förmiddag');
  });

  test('tells of 112 over the lines of the centre’s own open question too', async () => {
    const swedish = await loadPaperTexts('sv', 'parents');
    const item = { id: 'l-2', version: 1, kind: 'text' } as const;
    expect(itemWords(item, swedish, { 'l-2': { sv: { text: 'Varför?' } } }).help).toContain('112');
  });
});
