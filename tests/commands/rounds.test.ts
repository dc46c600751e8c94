import { expect, it } from 'vitest';
import { dateRound, openRound, roundCard } from '#commands/open-round.ts';
import { closeRound, revealRound } from '#commands/take-step.ts';
import { currentForm } from '#instruments/forms.ts';
import { roundViews } from '#projections/round-views.ts';
import type { CentreView } from '#projections/views.ts';
import { canonicalJson } from '#records/json.ts';
import { parseCard } from '#records/card.ts';
import type { SpeglaRecord } from '#records/record.ts';
import { editOf, setupCommands } from './centre.ts';

const secrets = {
  key: 'k',
  form: 'reflection',
  formVersion: 1,
  year: 2026,
  publicKey: '',
  privateKey: '',
  linkSecret: '',
  kioskSecret: '',
  card: '',
  cardHash: '',
  sealedCard: '',
} as const;

const today = '2026-12-10';

function setupRound() {
  const centre = setupCommands();
  const { ledger, deps, write } = centre;
  write(openRound(ledger(), 'round', secrets, '2026-12-01', '2026-12-20', deps));
  const answer = (round = 'round'): SpeglaRecord => ({
    id: deps.newId(),
    kind: 'answer',
    round,
    body: {
      v: 1,
      type: 'marks',
      form: 'reflection',
      formVersion: 1,
      mode: 'tablet',
      marks: {},
      choices: {},
    },
  });
  return { ...centre, answer };
}

it('makes a card that says everything an answering page must trust, and no dates', () => {
  const view: CentreView = {
    name: 'Solrosen',
    services: ['midwifery'],
    responsible: { name: 'Kommunen', contact: 'k@example.se' },
  };
  const key = { id: 'round', key: 'k', publicKey: 'p' };
  const card = roundCard('space', key, currentForm('children'), 2026, view);
  expect(card).toEqual({
    v: 1,
    space: 'space',
    round: 'round',
    key: 'k',
    publicKey: 'p',
    form: 'children',
    formVersion: 1,
    year: 2026,
    centre: 'Solrosen',
    services: ['midwifery'],
    responsible: { name: 'Kommunen', contact: 'k@example.se' },
    questions: [],
    voices: {},
  });
  expect(parseCard(canonicalJson(card))).toEqual(card);
});

it('opens a round with its keys and dates, and moves a date without touching the keys', () => {
  const { ledger, deps, write, records } = setupRound();
  expect(records.map(({ kind }) => kind)).toEqual(['roundKey', 'edit', 'edit']);
  expect(records[0]).toMatchObject({ round: 'round', body: { ...secrets, v: 1, by: 'd1' } });

  const moved = write(dateRound(ledger(), 'round', '2026-12-01', '2027-01-10', deps));
  expect(editOf(moved).body).toMatchObject({ path: 'rounds/round/closes', value: '2027-01-10' });
  expect(roundViews(ledger())).toMatchObject([{ opens: '2026-12-01', closes: '2027-01-10' }]);
});

it.each([
  [0, 'tooFew'],
  [2, 'tooFew'],
  [3, 'ok'],
  [9, 'ok'],
])('reveals the spread of %i answers: %s', (count, outcome) => {
  const { ledger, deps, write, answer } = setupRound();
  for (let n = 0; n < count; n += 1) write([answer()]);
  const step = revealRound(ledger(), 'round', today, deps);
  expect(step.ok ? 'ok' : step.why).toBe(outcome);
});

it('does not reveal a round that nobody knows', () => {
  const { ledger, deps } = setupRound();
  expect(revealRound(ledger(), 'another', today, deps)).toEqual({ ok: false, why: 'tooFew' });
});

it('takes a one-way step once, however often it is tapped', () => {
  const { ledger, deps, write, answer } = setupRound();
  write([answer(), answer(), answer()]);
  const first = revealRound(ledger(), 'round', today, deps);
  expect(first.ok && write(first.value)).toMatchObject([
    { kind: 'edit', round: 'round', body: { value: { length: 3 } } },
    { kind: 'fact', body: { what: 'revealed' } },
    { kind: 'edit', round: null },
  ]);
  expect(revealRound(ledger(), 'round', today, deps)).toEqual({ ok: true, value: [] });

  expect(write(closeRound(ledger(), 'round', null, today, deps))).toMatchObject([
    { kind: 'fact', round: 'round', body: { what: 'closed' } },
  ]);
  expect(closeRound(ledger(), 'round', null, today, deps)).toEqual([]);
  const noted = write(closeRound(ledger(), 'round', 80, today, deps)); // Remembered a day later.
  expect(editOf(noted).body).toMatchObject({ path: 'rounds/round/families', value: 80 });
  expect(roundViews(ledger())).toMatchObject([{ closed: true, revealed: true, families: 80 }]);
});

it('reveals two rounds of one year together, when both have enough between them', () => {
  const { ledger, deps, write, answer } = setupRound();
  write(openRound(ledger(), 'second', secrets, '2026-12-05', '2026-12-20', deps));
  const lastYear = { ...secrets, year: 2025 };
  write(openRound(ledger(), 'lastYear', lastYear, '2025-12-01', '2025-12-20', deps));
  const reveal = (round: string) => revealRound(ledger(), round, today, deps).ok;
  for (const round of ['round', 'round', 'lastYear', 'lastYear']) write([answer(round)]);
  expect(reveal('round')).toBe(false); // What was said last year counts for last year.
  for (const round of ['second', 'second']) write([answer(round)]);
  expect(['round', 'second', 'lastYear'].map(reveal)).toEqual([true, true, false]);
  const step = revealRound(ledger(), 'second', today, deps);
  if (step.ok) write(step.value);
  expect(roundViews(ledger()).filter(({ revealed }) => revealed)).toMatchObject([
    { id: 'round' },
    { id: 'second' },
  ]);
});

it('asks for three whom the team has not seen, each time that it reveals', () => {
  const { ledger, deps, write, answer } = setupRound();
  const reveal = (): boolean => {
    const step = revealRound(ledger(), 'round', today, deps);
    if (step.ok) write(step.value);
    return step.ok;
  };
  write([answer(), answer(), answer()]);
  expect(reveal()).toBe(true);
  write([answer(), answer()]);
  expect(reveal()).toBe(false);
  write([answer()]);
  expect(reveal()).toBe(true);
});

it.each<['reveal' | 'close']>([['reveal'], ['close']])(
  'ends the intake where it has begun and a closing date lies ahead: %s',
  (step) => {
    const { ledger, deps, write, answer } = setupRound();
    write([answer(), answer(), answer()]);
    const closesAfter = (day: string): unknown => {
      if (step === 'close') write(closeRound(ledger(), 'round', null, day, deps));
      const revealed = step === 'reveal' && revealRound(ledger(), 'round', day, deps);
      if (revealed !== false && revealed.ok) write(revealed.value);
      return roundViews(ledger())[0]?.closes;
    };
    expect(closesAfter('2026-11-30')).toBe('2026-12-20'); // It would close before it opens.
    expect(closesAfter('2026-12-21')).toBe('2026-12-20');
    expect(closesAfter('2026-12-20')).toBe('2026-12-20');
    expect(closesAfter('2026-12-10')).toBe('2026-12-10');
  },
);
