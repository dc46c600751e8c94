import { describe, expect, test } from 'vitest';
import type { SyncState } from '#app/team/team-app.ts';
import { createTranslator } from '#i18n/translator.ts';
import { wordsIn } from '#ui/team/keys/kit-error.ts';
import { fieldWords, valueWords } from '#ui/team/settle/field-words.ts';
import { syncWords } from '#ui/team/shell/sync-line.tsx';
import { missingIn } from '#ui/team/start/centre-draft.ts';
import { fakeOpenCentre, fakeRound } from './fake-open-centre.ts';

const swedish = await createTranslator('sv');

function sync(state: Partial<SyncState>): string {
  const quiet: SyncState = { mailbox: 'https://m', status: 'online', waiting: 0, refused: 0 };
  return syncWords({ ...quiet, ...state }, swedish.t);
}

describe('the sync line', () => {
  test('says in plain words how it stands', () => {
    expect(sync({ mailbox: null, status: 'none' })).toBe('Allt är sparat på den här enheten.');
    expect(sync({})).toBe('Allt är sparat här. Synkat.');
    expect(sync({ status: 'offline' })).toBe('Allt är sparat här. Inget nät just nu.');
    expect(sync({ status: 'offline', waiting: 1 })).toBe('Allt är sparat här. 1 väntar på nät.');
    expect(sync({ status: 'offline', waiting: 3 })).toBe('Allt är sparat här. 3 väntar på nät.');
    expect(sync({ waiting: 3 })).toBe('Allt är sparat här. Skickar 3 …');
  });
});

describe('a field that two people wrote', () => {
  const centre = fakeOpenCentre({
    rounds: [fakeRound()],
    fields: { 'goals/g1/title': 'Fler pappor' },
  });
  test.each([
    ['centre/name', 'Familjecentralens namn'],
    ['rounds/round-1/closes', 'Föräldraenkät 2026: stänger'],
    ['positions/2026/r01/mark', 'Gemensam bedömning 2026: Hälsofrämjande arena'],
    ['goals/g1/target', 'Mål ”Fler pappor”: målnivå'],
    ['history/reflection/2025/answered', 'Tidigare resultat 2025: antal som svarade'],
    ['devices/d1/name', 'En enhets namn'],
    ['devices/d1/keeper', 'Vem som har en enhet'],
    ['kit/copies', 'Var reservnyckelns papper finns'],
    ['newer/thing', 'Uppgift: newer/thing'],
    ['rounds/gone/closes', 'Uppgift: rounds/gone/closes'],
  ])('%s is called "%s"', (path, words) => {
    expect(fieldWords(path, swedish, centre)).toBe(words);
  });

  test.each([
    ['centre/name', 'Björken', 'Björken'],
    ['centre/name', '', '(tomt)'],
    ['centre/responsible', { contact: '010-1', name: 'Kommunen' }, 'Kommunen, 010-1'],
    [
      'centre/services',
      ['openPreschool', 'midwifery'],
      'Barnmorskemottagning (BMM) och Öppen förskola',
    ],
    ['rounds/round-1/closes', '2026-11-15', '15 november 2026'],
    ['positions/2026/r01/mark', 6, 'Fungerar'],
    ['positions/2026/r01/mark', 'unknown', 'Vet inte'],
    ['goals/g1/removed', true, 'Ja'],
    ['goals/g1/evidence', ['r01', 'r02'], '2 underlag'],
    ['history/reflection/2025/r01', { 6: 4, 1: 1 }, 'Behöver utvecklas: 1, Fungerar: 4'],
    ['newer/thing', { a: 1, b: 'två' }, '1, två'],
  ])('the value of %s, %j, reads "%s"', (path, value, words) => {
    expect(valueWords(path, value, swedish)).toBe(words);
  });
});

test('the words of a kit are counted as they are typed, without numbers and commas', () => {
  expect(wordsIn('')).toBe(0);
  expect(wordsIn('1. kvarn, 2. ÅSNA\n 3. öppen ')).toBe(3);
});

test('a new centre misses what is empty, in the order of the form', () => {
  expect(
    missingIn({
      name: ' ',
      services: [],
      responsibleName: 'Kommunen',
      responsibleContact: '',
      deviceName: 'Plattan',
    }),
  ).toEqual(['name', 'services', 'responsibleContact']);
});
