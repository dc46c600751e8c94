import { describe, expect, test } from 'vitest';
import { childrenForm } from '#instruments/children-form.ts';
import { countedItemsOf, itemsOf, type ScaleItem } from '#instruments/form.ts';
import { currentForm, formOf, releasedForms } from '#instruments/forms.ts';
import { parentsForm } from '#instruments/parents-form.ts';
import { reflectionForm } from '#instruments/reflection-form.ts';
import { scales } from '#instruments/scales.ts';

const countedIds = (ids: readonly ScaleItem[]): string[] => ids.map((item) => item.id);

describe.each(releasedForms.map((form) => [`${form.id} v${form.version}`, form] as const))(
  'the form %s',
  (_name, form) => {
    test('gives every item and every section an id of its own', () => {
      const itemIds = itemsOf(form).map((item) => item.id);
      const sectionIds = form.sections.map((section) => section.id);
      expect(new Set(itemIds).size).toBe(itemIds.length);
      expect(new Set(sectionIds).size).toBe(sectionIds.length);
    });

    test('keeps item ids short and plain, since they stand in every answer for ever', () => {
      for (const item of itemsOf(form)) expect(item.id).toMatch(/^[a-z][a-z0-9-]{0,23}$/u);
    });

    test('gives every choice at least two options, none of them twice', () => {
      for (const item of itemsOf(form)) {
        if (item.kind !== 'choice') continue;
        expect(item.options.length).toBeGreaterThan(1);
        expect(new Set(item.options).size).toBe(item.options.length);
      }
    });

    test('can be found by its id and version', () => {
      expect(formOf(form.id, form.version)).toBe(form);
      expect(formOf(form.id, form.version + 1000)).toBeUndefined();
      expect(currentForm(form.id).version).toBeGreaterThanOrEqual(form.version);
    });
  },
);

describe('the reflection', () => {
  const statements = countedItemsOf(reflectionForm);

  test('has the 30 statements r01 to r30, in order', () => {
    const expected = Array.from({ length: 30 }, (_, i) => `r${String(i + 1).padStart(2, '0')}`);
    expect(itemsOf(reflectionForm).map((item) => item.id)).toEqual(expected);
    expect(countedIds(statements)).toEqual(expected);
  });

  test('divides the statements into the six areas of the form in use', () => {
    expect(
      reflectionForm.sections.map((section) => [section.id, section.items.length] as const),
    ).toEqual([
      ['general', 3],
      ['earlySupportParents', 8],
      ['learning', 4],
      ['earlySupportStaff', 9],
      ['equality', 2],
      ['collaboration', 4],
    ]);
    for (const section of reflectionForm.sections) {
      for (const item of section.items) expect(item).toMatchObject({ area: section.id });
    }
  });

  test('asks every statement on the six stops without a middle', () => {
    for (const item of statements) expect(item.scale).toBe('working6');
  });

  test('guards the spread of exactly statements 17 to 24, which may be about one colleague', () => {
    expect(countedIds(statements.filter((item) => item.aboutOnePerson === true))).toEqual([
      'r17',
      'r18',
      'r19',
      'r20',
      'r21',
      'r22',
      'r23',
      'r24',
    ]);
  });

  test.each([
    ['midwifery', ['r17', 'r18']],
    ['childHealth', ['r19', 'r20']],
    ['socialServices', ['r21', 'r22']],
    ['openPreschool', ['r04', 'r09', 'r23', 'r24']],
  ] as const)('takes out only the statements about %s where it is missing', (service, ids) => {
    expect(countedIds(statements.filter((item) => item.service === service))).toEqual(ids);
  });
});

describe('the parents form', () => {
  test('measures each goal, and what the child finds, with two or three statements', () => {
    const perGoal = Map.groupBy(countedItemsOf(parentsForm), (item) => item.goal);
    expect([...perGoal.keys()]).toEqual(['goal1', 'goal2', 'goal3', 'goal4', 'goal5', 'child']);
    for (const items of perGoal.values()) {
      expect(items.length).toBeGreaterThanOrEqual(2);
      expect(items.length).toBeLessThanOrEqual(3);
    }
  });

  test('is short enough for a bus stop', () => {
    expect(countedItemsOf(parentsForm).length).toBeLessThanOrEqual(16);
  });

  test('asks under the goal of support whether the help that was needed came', () => {
    const help = countedItemsOf(parentsForm).find((item) => item.id === 'p-help-needed');
    expect(help?.goal).toBe('goal4');
  });

  test('asks for background last, as choices only', () => {
    expect(parentsForm.sections.at(-1)?.id).toBe('background');
    for (const section of parentsForm.sections) {
      for (const item of section.items) {
        expect(item.kind === 'choice').toBe(section.id === 'background');
      }
    }
  });

  test('says nothing about one service or one colleague', () => {
    for (const item of countedItemsOf(parentsForm)) {
      expect(item.service).toBeUndefined();
      expect(item.aboutOnePerson).toBeUndefined();
    }
  });
});

describe('the children form', () => {
  test('starts with one practice question whose answer is known and never counted', () => {
    const [practice, ...others] = itemsOf(childrenForm);
    if (practice?.kind !== 'scale') throw new Error('the first item is not on a scale');
    expect(scales[practice.scale].points).toContain(practice.practiceAnswer);
    expect(others.some((item) => item.kind === 'scale' && item.practiceAnswer !== undefined)).toBe(
      false,
    );
    expect(countedIds(countedItemsOf(childrenForm))).not.toContain(practice.id);
  });

  test('counts the three constructs: how it feels, deciding, being listened to', () => {
    expect(countedItemsOf(childrenForm).map((item) => [item.id, item.scale])).toEqual([
      ['c-feel', 'feeling3'],
      ['c-decide', 'yes3'],
      ['c-listen', 'yes3'],
    ]);
  });

  test('never asks a child for a text or a choice', () => {
    for (const item of itemsOf(childrenForm)) expect(item.kind).toBe('scale');
  });

  test('shows at most three faces', () => {
    for (const item of countedItemsOf(childrenForm)) {
      expect(scales[item.scale].points.length).toBeLessThanOrEqual(3);
    }
  });
});
