import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedItemsOf, type Mark } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { boardView } from '#projections/board-view.ts';
import { breakdown } from '#projections/breakdown.ts';
import { distributionOf } from '#projections/distribution.ts';
import { foldMore, nothingFolded, type Folding } from '#projections/folding.ts';
import { formYear } from '#projections/form-year.ts';
import { foldLedger, type Ledger } from '#projections/ledger.ts';
import { resultsView } from '#projections/results-view.ts';
import { stepsOf } from '#projections/step-counts.ts';
import { roundViews } from '#projections/round-views.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { SpeglaRecord } from '#records/record.ts';
import { plain, setupCentre, type Centre } from './centre-records.ts';

const items = countedItemsOf(currentForm('parents')).map(({ id }) => id);
const someMarks = fc.constantFrom<Mark | undefined>(4, 3, 2, 1, 'unknown', 'notUsed', undefined);
const someAnswers = (least: number) =>
  fc.array(fc.array(someMarks, { minLength: items.length, maxLength: items.length }), {
    minLength: least,
    maxLength: 40,
  });

interface Handful {
  readonly answers: readonly (readonly (Mark | undefined)[])[];
  /** Of each answer: in which step it is listed, 0 for none; and whether it was set aside, or set aside and taken back. */
  readonly steps: readonly number[];
  readonly aside: readonly ('no' | 'yes' | 'was')[];
}

const handfuls: fc.Arbitrary<Handful> = someAnswers(8).chain((answers) =>
  fc.record({
    answers: fc.constant(answers),
    steps: fc.array(fc.constantFrom(0, 1, 1, 1, 2, 3), {
      minLength: answers.length,
      maxLength: answers.length,
    }),
    aside: fc.array(fc.constantFrom('no', 'no', 'no', 'no', 'yes', 'was'), {
      minLength: answers.length,
      maxLength: answers.length,
    }),
  }),
);

const genders = ['woman', 'man', 'other'];

function answer(centre: Centre, round: string, marks: readonly (Mark | undefined)[]): string {
  const given = items.flatMap((item, at) => {
    const mark = marks[at];
    return mark === undefined ? [] : [[item, mark] as const];
  });
  const gender = genders[centre.records.length % 3] ?? '';
  centre.answer(round, 'parents', Object.fromEntries(given), { choices: { 'p-gender': [gender] } });
  return centre.records.at(-1)?.id ?? '';
}

/** Two parents' rounds of a year, lists of what counts, sets aside, free texts, a reveal, and a round that was purged. */
function aCentre({ answers, steps, aside }: Handful): readonly SpeglaRecord[] {
  const centre = setupCentre();
  const listed = new Map<string, string[]>();
  const idsAside = { yes: [] as string[], was: [] as string[] };
  for (const round of ['p1', 'p2', 'gone']) centre.round(round, 'parents', 2026);
  for (const [at, marks] of answers.entries()) {
    const round = at % 5 === 0 ? 'p2' : 'p1';
    const id = answer(centre, round, marks);
    const path = bookPaths.countedIds(round, steps[at] ?? 0, `list${steps[at]}`);
    if ((steps[at] ?? 0) > 0) listed.set(path, [...(listed.get(path) ?? []), id]);
    const is = aside[at];
    if (round === 'p1' && (is === 'yes' || is === 'was')) idsAside[is].push(id);
    if (at % 4 === 0) centre.text(round, 'p-good', `Bra ${at}`, 'woman');
    if (at === 2) idsAside.yes.push(centre.records.at(-1)?.id ?? '');
    centre.answer('gone', 'parents', { 'p-near': 4 });
  }
  for (const [path, ids] of listed) centre.set(path, ids);
  for (const group of ['yes', 'was'] as const) {
    centre.set(`rounds/p1/setAside/${group}/about`, { why: 'x' });
    centre.set(`rounds/p1/setAside/${group}/ids/0`, idsAside[group]);
  }
  centre.set('rounds/p1/setAside/was/removed', true);
  for (const round of ['p1', 'p2', 'gone']) centre.close(round);
  centre.purge('gone');
  centre.round('s', 'reflection', 2026);
  for (let n = 0; n < 4; n += 1) centre.answer('s', 'reflection', { r01: 5, r02: 'unknown' });
  centre.reveal('s');
  return centre.records;
}

function everything(ledger: Ledger): string {
  return plain([
    roundViews(ledger),
    resultsView(ledger, 2026),
    boardView(ledger, 2026),
    breakdown(ledger, 2026, 'gender'),
    [...ledger.setAside],
  ]);
}

/** Cuts a list at these places (shares of its length). */
function portionsOf<T>(list: readonly T[], cuts: readonly number[]): readonly (readonly T[])[] {
  const places = [0, ...cuts.map((cut) => Math.floor(cut * list.length)), list.length].toSorted(
    (a, b) => a - b,
  );
  return places.map((from, at) => list.slice(from, places[at + 1] ?? list.length));
}

const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });

describe('a fold that goes on', () => {
  it('comes to what a fold from nothing comes to, in whatever order and portions, doubled or not', () => {
    fc.assert(
      fc.property(handfuls, fc.infiniteStream(fc.nat()), cuts, (handful, dice, places) => {
        const records = aCentre(handful);
        const expected = everything(foldLedger(records));
        const order = records.map((record) => ({ record, at: dice.next().value }));
        const shuffled = order.toSorted((a, b) => a.at - b.at).map(({ record }) => record);
        const doubled = [...shuffled, ...shuffled.filter((_, at) => at % 7 === 0)];
        let folding: Folding = nothingFolded;
        for (const portion of portionsOf(doubled, places)) {
          folding = foldMore(folding, portion);
          everything(folding.ledger); // Asked for on the way, so that nothing kept then stands in for what comes.
        }
        expect(everything(folding.ledger)).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('forgets what is withdrawn, and takes it in again', () => {
    fc.assert(
      fc.property(handfuls, fc.infiniteStream(fc.boolean()), (handful, dice) => {
        const records = aCentre(handful);
        const withdrawn = records.filter(
          ({ kind }) => kind !== 'purge' && dice.next().value === true,
        );
        const gone = new Set(withdrawn.map(({ id }) => id));
        const all = foldMore(nothingFolded, records);
        const left = foldMore(all, [], gone);
        const stayed = records.filter(({ id }) => !gone.has(id));
        expect(everything(left.ledger)).toBe(everything(foldLedger(stayed)));
        expect(everything(foldMore(left, withdrawn).ledger)).toBe(everything(foldLedger(records)));
      }),
      { numRuns: 30 },
    );
  });

  it('leaves the ledger that it went on from as it was, also where two go on from the same', () => {
    fc.assert(
      fc.property(handfuls, fc.double({ min: 0, max: 1, noNaN: true }), (handful, cut) => {
        const records = aCentre(handful);
        const [first = [], second = []] = portionsOf(records, [cut]);
        const start = foldMore(nothingFolded, first);
        const seen = [...start.ledger.answers].map((one) => plain(stepsOf(one[1])));
        const one = foldMore(start, second);
        const other = foldMore(start, second.toReversed());
        expect([...start.ledger.answers].map(([, answers]) => plain(stepsOf(answers)))).toEqual(
          seen,
        );
        expect(everything(start.ledger)).toBe(everything(foldLedger(first)));
        expect(everything(one.ledger)).toBe(everything(other.ledger));
      }),
      { numRuns: 40 },
    );
  });

  it('counts what counting one by one would count', () => {
    fc.assert(
      fc.property(someAnswers(6), (answers) => {
        const centre = setupCentre();
        centre.round('p', 'parents', 2026);
        for (const marks of answers) answer(centre, 'p', marks);
        centre.close('p');
        const year = formYear(centre.ledger(), 'parents', 2026);
        for (const [at, item] of countedItemsOf(currentForm('parents')).entries()) {
          const expected = distributionOf(
            item,
            answers.map((marks) => marks[at]),
          );
          const shown = year?.items.get(item.id);
          if (expected.rated < 6) expect(shown).toEqual({ shown: false, why: 'tooFew' });
          else expect(shown).toEqual({ shown: true, value: expected });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('touches no other counts for one more answer, and moves one that is set aside', () => {
    const centre = setupCentre();
    centre.round('p', 'parents', 2026);
    const ids = Array.from({ length: 9 }, () => answer(centre, 'p', [4, 3]));
    centre.close('p');
    centre.set(bookPaths.countedIds('p', 1, 'list'), ids);
    const before = foldMore(nothingFolded, centre.records);
    const known = centre.records.length;
    answer(centre, 'p', [1, 1]);
    const countsOf = ({ ledger }: Folding) => stepsOf(ledger.answers.get('p') ?? neverThere());
    const [shown] = countsOf(before);
    const later = foldMore(before, centre.records.slice(known));
    expect(countsOf(later)[0]?.counts).toBe(shown?.counts); // The very same, not only alike.
    expect(stepsOf(later.ledger.answers.get('p') ?? neverThere())).toMatchObject([
      { respondents: 9 },
    ]);

    const more = centre.records.length;
    centre.set('rounds/p/setAside/g/ids/0', ids.slice(0, 2));
    const aside = foldMore(later, centre.records.slice(more));
    expect(stepsOf(aside.ledger.answers.get('p') ?? neverThere())).toMatchObject([
      { respondents: 7 },
    ]);
    expect(aside.ledger.setAside.get('p')).toEqual({ marks: 2, texts: 0 });
  });
});

function neverThere(): never {
  throw new Error('the round has answers');
}
