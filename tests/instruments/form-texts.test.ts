import { describe, expect, test } from 'vitest';
import { itemsOf, type Form } from '#instruments/form.ts';
import { releasedForms } from '#instruments/forms.ts';
import { scales } from '#instruments/scales.ts';
import { itemTextKey, readFormTexts, staffLanguages } from './form-texts.ts';

const formsInLanguages = releasedForms.flatMap((form) =>
  staffLanguages.map((language) => ({ form, language, name: `${form.id} v${form.version}` })),
);

const isText = (value: string | undefined): boolean =>
  value !== undefined && value.trim() !== '' && value === value.trim();

function scalesOf(form: Form): Set<keyof typeof scales> {
  return new Set(itemsOf(form).flatMap((item) => (item.kind === 'scale' ? [item.scale] : [])));
}

describe.each(formsInLanguages)('$name in $language', ({ form, language }) => {
  const texts = readFormTexts(language, form.id);

  test('has a title, an intro and a title for every section', () => {
    expect(isText(texts.title)).toBe(true);
    expect(isText(texts.intro)).toBe(true);
    const untitled = form.sections.filter(({ id }) => !isText(texts.sections[id]?.title));
    expect(untitled.map(({ id }) => id)).toEqual([]);
  });

  test('has a text for every item', () => {
    const without = itemsOf(form).filter(
      (item) => !isText(texts.items[itemTextKey(texts, item)]?.text),
    );
    expect(without.map((item) => item.id)).toEqual([]);
  });

  test('has a text for every point and every non-answer of its scales', () => {
    for (const id of scalesOf(form)) {
      const { points, nonAnswers } = scales[id];
      const said = texts.scales[id];
      expect(points.filter((point) => !isText(said?.points[point]))).toEqual([]);
      expect(nonAnswers.filter((answer) => !isText(said?.nonAnswers[answer]))).toEqual([]);
    }
  });

  test('never says the same for two answers on one scale', () => {
    for (const id of scalesOf(form)) {
      const said = [
        ...Object.values(texts.scales[id]?.points ?? {}),
        ...Object.values(texts.scales[id]?.nonAnswers ?? {}),
      ];
      expect([...new Set(said)]).toEqual(said);
    }
  });

  test('has a text for every option of every choice', () => {
    for (const item of itemsOf(form)) {
      if (item.kind !== 'choice') continue;
      const said = texts.choices?.[item.id];
      expect(item.options.filter((option) => !isText(said?.[option]))).toEqual([]);
    }
  });

  test('tells by every text field that it is read later, where help is, and 112', () => {
    const promise = {
      sv: /läser det här senare.*prata med oss/iu,
      en: /read this later.*talk to us/iu,
    };
    for (const item of itemsOf(form)) {
      if (item.kind !== 'text') continue;
      const help = texts.items[itemTextKey(texts, item)]?.help;
      expect(help).toMatch(promise[language]);
      expect(help).toContain('112');
    }
  });
});

test.each(formsInLanguages)(
  'no text of $form.id in $language is left over from an item, scale or option that is gone',
  ({ form, language }) => {
    const texts = readFormTexts(language, form.id);
    const versions = releasedForms.filter((released) => released.id === form.id);
    const items = versions.flatMap((version) => itemsOf(version));
    const usedItems = new Set(items.map((item) => itemTextKey(texts, item)));
    const usedScales = new Set<string>(versions.flatMap((version) => [...scalesOf(version)]));
    const usedOptions = new Set(
      items.flatMap((item) =>
        item.kind === 'choice' ? item.options.map((option) => `${item.id} ${option}`) : [],
      ),
    );
    const saidOptions = Object.entries(texts.choices ?? {}).flatMap(([id, options]) =>
      Object.keys(options).map((option) => `${id} ${option}`),
    );
    expect(Object.keys(texts.items).filter((id) => !usedItems.has(id))).toEqual([]);
    expect(Object.keys(texts.scales).filter((id) => !usedScales.has(id))).toEqual([]);
    expect(saidOptions.filter((option) => !usedOptions.has(option))).toEqual([]);
  },
);

test.each(staffLanguages)(
  'every reflection statement has a heading of its own in %s',
  (language) => {
    const texts = Object.values(readFormTexts(language, 'reflection').items);
    const headings = texts.map((item) => item.heading);
    expect(headings.filter((heading) => !isText(heading))).toEqual([]);
    expect([...new Set(headings)]).toEqual(headings);
  },
);

test('the ends of the reflection scale are the words of the form in use, Fungerar first', () => {
  const points = readFormTexts('sv', 'reflection').scales['working6']?.points;
  const [first, last] = [scales.working6.points.at(0), scales.working6.points.at(-1)];
  expect(points?.[String(first)]).toBe('Fungerar');
  expect(points?.[String(last)]).toBe('Behöver utvecklas');
});

test('children are asked questions, never given statements', () => {
  for (const language of staffLanguages) {
    for (const item of Object.values(readFormTexts(language, 'children').items)) {
      expect(item.text).toMatch(/\?$/u);
    }
  }
});
