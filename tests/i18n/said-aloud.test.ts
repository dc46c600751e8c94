import { expect, it } from 'vitest';
import { saidAloud } from '#i18n/said-aloud.ts';

it('says the answers after the question, with a pause between them', () => {
  expect(saidAloud('sv', 'Hur känns det?', ['Glad', 'Sådär', 'Ledsen'])).toBe(
    'Hur känns det? Glad. Sådär. Ledsen.',
  );
  expect(saidAloud('ti', 'ከመይ?', ['ጽቡቕ'])).toBe('ከመይ? ጽቡቕ።');
  expect(saidAloud('ar', 'كيف الحال؟', ['جيد'])).toBe('كيف الحال؟ جيد.');
});

it('says the words as they stand where there are no answers, and the answers alone where there are no words', () => {
  expect(saidAloud('sv', 'Vill du vara med', [])).toBe('Vill du vara med');
  expect(saidAloud('sv', '', ['Ja', 'Nej'])).toBe('Ja. Nej.');
});
