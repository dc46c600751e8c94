import { describe, expect, test } from 'vitest';
import { createAnswerText } from '#i18n/answer-text.ts';
import { parentsForm } from '#instruments/parents-form.ts';
import { reflectionForm } from '#instruments/reflection-form.ts';
import sv from '#locales/sv/answer.json';
import tablet from '#locales/sv/tablet.json';
import { practiceAfter } from '#ui/answer/child/practice.ts';
import { applicableSections, isAnswered } from '#ui/answer/survey/applicable-sections.ts';
import { gateCode, gateWords, typedCode } from '#ui/answer/tablet/gate-code.ts';

const allServices = ['midwifery', 'childHealth', 'openPreschool', 'socialServices'];

describe('the form as a centre meets it', () => {
  const idsOf = (services: readonly string[]): string[] =>
    applicableSections(reflectionForm, services).flatMap((section) =>
      section.items.map((item) => item.id),
    );

  test('has all 30 statements where all services are', () => {
    expect(idsOf(allServices)).toHaveLength(30);
  });

  test('leaves out the statements of a service that the centre lacks', () => {
    const ids = idsOf(['childHealth', 'openPreschool', 'socialServices']);
    expect(ids).toHaveLength(28);
    expect(ids).not.toContain('r17');
  });

  test('does not offer parents a service that is not there', () => {
    const items = applicableSections(parentsForm, ['childHealth']).flatMap(({ items }) => items);
    const services = items.find(({ id }) => id === 'p-services');
    expect(services).toMatchObject({ options: ['childHealth'] });
  });

  test('counts white space as no answer', () => {
    const item = { id: 'p-good', version: 1, kind: 'text' } as const;
    const draft = { marks: {}, choices: {}, texts: { 'p-good': '  \n' } };
    expect(isAnswered(item, draft)).toBe(false);
  });
});

describe('the practice question', () => {
  test('is met by its known answer, at the first or second try', () => {
    expect(practiceAfter(3, 3, 0)).toBe('met');
    expect(practiceAfter(3, 3, 1)).toBe('met');
  });

  test('is tried once more after one miss, and flagged after two', () => {
    expect(practiceAfter(1, 3, 0)).toBeUndefined();
    expect(practiceAfter(2, 3, 1)).toBe('missed');
  });

  test('may be declined', () => {
    expect(practiceAfter('declined', 3, 0)).toBe('skipped');
  });
});

describe('the adult gate', () => {
  test('asks for three different digits, told in words', () => {
    const text = createAnswerText('sv', { answer: sv, tablet, form: undefined });
    const code = gateCode(() => 0);
    expect(code).toBe('012');
    expect(gateWords(code, text)).toBe('noll, ett, två');
  });

  test.each([
    ['ar', '، '],
    ['fa', '، '],
    ['ckb', '، '],
    ['ti', '፣ '],
    ['uk', ', '],
  ])('sets its words apart as %s does', (language, separator) => {
    const text = createAnswerText(language, { answer: sv, tablet, form: undefined });
    expect(gateWords('01', text)).toBe(`noll${separator}ett`);
  });

  test('can ask for every digit', () => {
    expect(gateCode((below) => below - 1)).toBe('987');
  });

  test('takes the digits of Arabic and Persian keyboards', () => {
    expect(['427', ' ٤٢٧ ', '۴۲۷'].map(typedCode)).toEqual(['427', '427', '427']);
  });
});
