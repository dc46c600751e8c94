import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { giveAnswer, type AnswerIntent } from '#commands/give-answer.ts';
import { pad } from '#crypto/padding.ts';
import { utf8 } from '#crypto/bytes.ts';
import type { Mark } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { maxTextCharacters } from '#records/answer.ts';
import { canonicalJson } from '#records/json.ts';
import { parseRecord } from '#records/record.ts';
import { setupCommands } from './centre.ts';

const nothing: AnswerIntent = {
  round: 'round',
  form: currentForm('parents'),
  mode: 'phone',
  services: ['midwifery', 'childHealth', 'openPreschool', 'socialServices'],
  marks: {},
  choices: {},
  texts: {},
};

function given(intent: Partial<AnswerIntent>) {
  const result = giveAnswer({ ...nothing, ...intent }, setupCommands().deps);
  return result.ok ? result.value : result.why;
}

/** The bodies of a hand-in that must have worked. */
function bodiesOf(intent: Partial<AnswerIntent>): readonly unknown[] {
  const records = given(intent);
  if (typeof records === 'string') throw new Error(records);
  return records.map(({ body }) => body);
}

describe('giveAnswer', () => {
  it('makes one record of the marks and one of each text, which say nothing of one another', () => {
    const records = given({
      marks: { 'p-near': 4 },
      choices: { 'p-gender': ['man'] },
      texts: { 'p-good': ' Sången ', 'p-change': 'Kaffet' },
    });
    const common = { v: 1, form: 'parents', formVersion: 1 };
    const marks = { type: 'marks', mode: 'phone', marks: { 'p-near': 4 } };
    const header = { kind: 'answer', round: 'round' };
    expect(records).toEqual([
      { id: 'd1-001', ...header, body: { ...common, ...marks, choices: { 'p-gender': ['man'] } } },
      {
        id: 'd1-002',
        ...header,
        body: { ...common, type: 'text', item: 'p-good', text: 'Sången', gender: 'man' },
      },
      {
        id: 'd1-003',
        ...header,
        body: { ...common, type: 'text', item: 'p-change', text: 'Kaffet', gender: 'man' },
      },
    ]);
  });

  it.each<[string, Partial<AnswerIntent>]>([
    ['nothing was said', {}],
    ['a text is only white space', { texts: { 'p-good': ' \n\t ' } }],
    ['only the background was given', { choices: { 'p-gender': ['woman'] } }],
    ['every mark is none that the form knows', { marks: { 'p-near': 5, r01: 4, 'p-good': 3 } }],
  ])('is empty where %s', (_what, intent) => {
    expect(given(intent)).toBe('empty');
  });

  it.each<[Mark, boolean]>([
    [4, true],
    [1, true],
    [0, false],
    [5, false],
    [2.5, false],
    [Number.NaN, false],
    ['unknown', true],
    ['notUsed', true],
    ['notHere', false],
    ['declined', false],
  ])('takes the mark %j of a four-step item: %j', (mark, isKnown) => {
    const marks = { 'p-near': mark, 'p-hours': 3 };
    expect(bodiesOf({ marks })).toMatchObject([
      { marks: isKnown ? { 'p-near': mark, 'p-hours': 3 } : { 'p-hours': 3 } },
    ]);
  });

  it('drops what the form does not know, and orders what it does as the form has it', () => {
    const choices = {
      'p-services': ['openPreschool', 'kiosk', 'midwifery', 'midwifery'],
      'p-gender': ['other', 'woman'],
      'p-shoe-size': ['38'],
    };
    const marks = { 'p-say': 2, 'p-near': 4, 'p-secret': 4, toString: 3 };
    const texts = { 'p-secret': 'hemligt' };
    expect(bodiesOf({ marks, choices, texts })).toEqual([
      {
        v: 1,
        form: 'parents',
        formVersion: 1,
        type: 'marks',
        mode: 'phone',
        marks: { 'p-near': 4, 'p-say': 2 },
        choices: { 'p-gender': ['woman'], 'p-services': ['midwifery', 'openPreschool'] },
      },
    ]);
  });

  it('leaves out statements about a service that the centre lacks', () => {
    const form = currentForm('reflection');
    const marks = { r01: 5, r17: 2, r19: 6 };
    const services = ['childHealth', 'openPreschool'] as const;
    expect(bodiesOf({ form, marks, services })).toMatchObject([{ marks: { r01: 5, r19: 6 } }]);
    expect(bodiesOf({ form, marks, services })[0]).not.toHaveProperty('marks.r17');
  });

  it('keeps what the adult set for a child, and the practice item apart by its id', () => {
    const child = { band: 'from4to6', help: 'helped', practice: 'met' } as const;
    const marks = { 'c-practice': 3, 'c-feel': 'declined' } as const;
    expect(bodiesOf({ form: currentForm('children'), mode: 'tablet', marks, child })).toEqual([
      {
        v: 1,
        form: 'children',
        formVersion: 1,
        type: 'marks',
        mode: 'tablet',
        ...child,
        marks,
        choices: {},
      },
    ]);
  });

  it.each([
    ['a long text is cut', 'x'.repeat(5_000), 'x'.repeat(maxTextCharacters)],
    ['control characters go, lines stay', 'a\u0000b\u0007\r\nc\td\u009F', 'ab\nc\td'],
    ['an emoji is not cut in half', `${'x'.repeat(3_999)}🌻`, 'x'.repeat(3_999)],
    ['half an emoji says nothing', 'sol\uD83C', 'sol'],
    ['joined letters and emoji stay whole', 'می‌خواهم 👩‍👧', 'می‌خواهم 👩‍👧'],
  ])('cleans texts: %s', (_what, typed, kept) => {
    expect(bodiesOf({ texts: { 'p-good': typed } })[1]).toMatchObject({ text: kept });
  });

  it('takes a comment at each of the team’s statements, a record of its own, and none at a parent’s', () => {
    const form = currentForm('reflection');
    const bodies = bodiesOf({
      form,
      services: ['childHealth'],
      marks: { r01: 5 },
      texts: { r01: ' Olika mellan husen ', r02: 'Bara ord', r21: 'Vi har ingen kurator', x: 'y' },
    });
    const text = { v: 1, type: 'text', form: 'reflection', formVersion: 1 };
    expect(bodies).toEqual([
      expect.objectContaining({ type: 'marks', marks: { r01: 5 } }),
      { ...text, item: 'r01', text: 'Olika mellan husen' },
      { ...text, item: 'r02', text: 'Bara ord' },
    ]);
    expect(bodiesOf({ marks: { 'p-near': 4 }, texts: { 'p-near': 'Nära' } })).toHaveLength(1);
  });

  it('makes only what can be read back, and what fits the largest padded size', () => {
    const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 5_000, size: 'max' });
    const longOf = (unit: string) => unit.repeat(5_000);
    const texts = fc.oneof(
      anyText,
      fc.constantFrom('"', '\\', '\n"', '𝄞', 'ﷺ', '\uD800').map(longOf),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const records = given({ marks: { 'p-near': 1 }, texts: { 'p-good': text } });
        if (typeof records === 'string') throw new Error(records);
        for (const { id, round, body } of records) {
          const json = canonicalJson(body);
          const header = { id, kind: 'answer', round } as const;
          expect(parseRecord(header, json)).toEqual({ ok: true, record: { ...header, body } });
          expect(pad(utf8(json))).toBeDefined();
        }
      }),
      { numRuns: 60 },
    );
  });
});
