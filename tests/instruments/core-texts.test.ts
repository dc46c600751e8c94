import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { itemsOf } from '#instruments/form.ts';
import { releasedForms } from '#instruments/forms.ts';
import { parentsForm } from '#instruments/parents-form.ts';
import { coreTextFaults, coreTextsOf, type CoreTexts } from './core-text-check.ts';
import { readFormTexts, type FormTexts } from './form-texts.ts';

const committed: CoreTexts = JSON.parse(
  readFileSync(join(import.meta.dirname, 'core-texts.json'), 'utf8'),
);

const today: CoreTexts = Object.fromEntries(
  releasedForms.flatMap((form) => Object.entries(coreTextsOf(form, readFormTexts('sv', form.id)))),
);

const parentsTexts = readFormTexts('sv', 'parents');
const parentsCommitted = coreTextsOf(parentsForm, parentsTexts);

function withNearText(text: string): FormTexts {
  return { ...parentsTexts, items: { ...parentsTexts.items, 'p-near': { text } } };
}

test('every released core text is the one that was committed under its item version', () => {
  expect(coreTextFaults(committed, today)).toEqual([]);
});

test('a changed core text without a new item version fails', () => {
  const faults = coreTextFaults(
    parentsCommitted,
    coreTextsOf(parentsForm, withNearText('Det är nära till familjecentralen.')),
  );
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(
    'parents@1:p-near@1: the Swedish text changed under the same version',
  );
});

test('a changed core text with a new form and item version passes, once it is committed', () => {
  const newText = 'Det är nära till familjecentralen.';
  const second = {
    ...parentsForm,
    version: 2,
    sections: parentsForm.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => (item.id === 'p-near' ? { ...item, version: 2 } : item)),
    })),
  };
  const oldNear = parentsTexts.items['p-near'];
  if (oldNear === undefined) throw new Error('no text for p-near');
  const texts = withNearText(newText);
  const both = { ...texts, items: { ...texts.items, 'p-near@1': oldNear } };
  const now = { ...coreTextsOf(parentsForm, both), ...coreTextsOf(second, both) };

  const faults = coreTextFaults(parentsCommitted, now);
  expect(faults).toHaveLength(itemsOf(second).length);
  expect(faults.every((fault) => fault.includes(' is new: add '))).toBe(true);
  expect(coreTextFaults(now, now)).toEqual([]);
});

test('a changed help text is no new question and passes', () => {
  const near = { text: parentsTexts.items['p-near']?.text ?? '', help: 'Hit är det nära.' };
  const texts = { ...parentsTexts, items: { ...parentsTexts.items, 'p-near': near } };
  expect(coreTextFaults(parentsCommitted, coreTextsOf(parentsForm, texts))).toEqual([]);
});

test('a released item that is taken away fails', () => {
  const shorter = { ...parentsForm, sections: parentsForm.sections.slice(1) };
  const faults = coreTextFaults(parentsCommitted, coreTextsOf(shorter, parentsTexts));
  expect(faults).toHaveLength(3);
  expect(faults[0]).toContain('parents@1:p-near@1 is gone');
});
