import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mark } from '#instruments/form.ts';
import { dimensions } from '#projections/answer-groups.ts';
import { breakdown, type Cell } from '#projections/breakdown.ts';
import { resultsView } from '#projections/results-view.ts';
import type { Ledger } from '#projections/ledger.ts';
import { setupCentre } from '../centre-records.ts';
import { attack, type PublishedTable, type PublishedTotals, type Recovered } from './attack.ts';
import { exhaust } from './exhaust.ts';
import { createBounds } from './simplex.ts';

/** The attacker solves thousands of linear programmes, on a machine that may be busy. */
const patienceMs = 180_000;
const items = ['p-near', 'p-help-needed', 'p-language'];
const year = 2026;

interface Parent {
  readonly marks: readonly (Mark | null)[];
  readonly gender: string | null;
  readonly language: string | null;
  readonly services: readonly string[];
  readonly mode: 'phone' | 'tablet' | 'paper' | 'interview';
}

const mark = fc.constantFrom<Mark | null>(4, 4, 4, 3, 3, 2, 1, 'notUsed', 'unknown', null);
const parent: fc.Arbitrary<Parent> = fc.record({
  marks: fc.array(mark, { minLength: items.length, maxLength: items.length }),
  gender: fc.constantFrom('woman', 'woman', 'woman', 'man', 'man', 'other', null),
  language: fc.constantFrom('swedish', 'swedish', 'another', 'several', null),
  services: fc.subarray(['midwifery', 'childHealth', 'openPreschool', 'socialServices']),
  mode: fc.constantFrom('phone', 'phone', 'phone', 'tablet', 'paper', 'interview'),
});
/** Centres from too small to large; half of them with everyone in one or two groups. */
const parents = fc.oneof(
  fc.array(parent, { maxLength: 45 }),
  fc.array(
    fc
      .tuple(
        parent,
        fc.constantFrom('woman', 'woman', 'woman', 'man'),
        fc.constantFrom('phone', 'phone', 'tablet'),
      )
      .map(([one, gender, mode]): Parent => ({
        ...one,
        gender,
        mode: mode === 'tablet' ? mode : 'phone',
      })),
    { minLength: 6, maxLength: 45 },
  ),
);

function centreOf(answers: readonly Parent[], least?: number): Ledger {
  const centre = setupCentre();
  centre.round('p', 'parents', year);
  for (const { marks, gender, language, services, mode } of answers) {
    const given = items.flatMap((item, at) => {
      const one = marks[at];
      return one === null || one === undefined ? [] : [[item, one] as const];
    });
    centre.answer('p', 'parents', Object.fromEntries(given), {
      mode,
      choices: {
        ...(gender === null ? {} : { 'p-gender': [gender] }),
        ...(language === null ? {} : { 'p-home-language': [language] }),
        'p-services': [...services],
      },
    });
  }
  centre.close('p');
  if (least !== undefined) centre.set('centre/leastShown', least);
  return centre.ledger();
}

/** What a reader of the screens and files has: the items' totals. */
function totalsOf(ledger: Ledger): PublishedTotals {
  const view = resultsView(ledger, year);
  return new Map(
    items.map((item) => {
      const spread = view.parentItems.find((one) => one.item === item)?.years.at(-1)?.spread;
      return [item, spread?.shown === true ? spread.value : null];
    }),
  );
}

function onlyOurs(table: PublishedTable): PublishedTable {
  return { ...table, items: new Map([...table.items].filter(([item]) => items.includes(item))) };
}

function found(ledger: Ledger, least: number): readonly Recovered[] {
  const totals = totalsOf(ledger);
  return dimensions.flatMap((dimension) => {
    const table = breakdown(ledger, year, dimension);
    if (table === undefined) return [];
    const ours = onlyOurs(table);
    const worlds = dimension === 'service' ? [] : exhaust(ours, totals);
    return [...attack(ours, totals, least), ...worlds];
  });
}

describe('the attacker', () => {
  it('solves a small linear programme: x + y = 4, x ≤ 3, y ≤ 2 gives x from 2 to 3', () => {
    const bounds = createBounds(2, [
      {
        terms: new Map([
          [0, 1],
          [1, 1],
        ]),
        is: '=',
        value: 4,
      },
      { terms: new Map([[0, 1]]), is: '<=', value: 3 },
      { terms: new Map([[1, 1]]), is: '<=', value: 2 },
    ])?.(0);
    expect(bounds?.least).toBeCloseTo(2);
    expect(bounds?.greatest).toBeCloseTo(3);
  });

  it('solves tables that hide only the small groups, as a naive product would', () => {
    const shown = <T>(value: T): Cell<T> => ({ is: 'shown', value });
    const naive: PublishedTable = {
      dimension: 'mode',
      respondents: 24,
      sizes: new Map<string, Cell<number>>([
        ['phone', shown(20)],
        ['tablet', { is: 'hidden' }],
        ['paper', { is: 'empty' }],
        ['interview', { is: 'empty' }],
      ]),
      items: new Map([
        [
          'p-near',
          new Map<string, Cell<{ rated: number; favourable: number }>>([
            ['phone', shown({ rated: 20, favourable: 18 })],
            ['tablet', { is: 'hidden' }],
            ['paper', { is: 'empty' }],
            ['interview', { is: 'empty' }],
          ]),
        ],
      ]),
    };
    const totals: PublishedTotals = new Map([['p-near', { rated: 23, favourable: 18 }]]);
    const solved = [
      { cell: 'size tablet', value: 4 },
      { cell: 'p-near tablet favourable', value: 0 },
      { cell: 'p-near tablet unfavourable', value: 3 },
      { cell: 'p-near tablet unrated', value: 1 },
    ];
    expect(attack(naive, totals, 6)).toEqual(solved);
    expect(exhaust(naive, totals)).toHaveLength(4);
    // And where some said nothing of themselves, but all who are hidden answered alike.
    const alike: PublishedTable = {
      ...naive,
      dimension: 'gender',
      respondents: 30,
      sizes: new Map<string, Cell<number>>([
        ['woman', shown(20)],
        ['man', { is: 'hidden' }],
      ]),
      items: new Map([
        [
          'p-near',
          new Map<string, Cell<{ rated: number; favourable: number }>>([
            ['woman', shown({ rated: 20, favourable: 12 })],
            ['man', { is: 'hidden' }],
          ]),
        ],
      ]),
    };
    const none: PublishedTotals = new Map([['p-near', { rated: 30, favourable: 12 }]]);
    expect(attack(alike, none, 6)).toEqual([{ cell: 'p-near man favourable', value: 0 }]);
  });

  it(
    'recovers no hidden cell of any breakdown of any centre',
    () => {
      let tempting = 0;
      fc.assert(
        fc.property(parents, (answers) => {
          const ledger = centreOf(answers);
          expect(found(ledger, 6)).toEqual([]);
          for (const dimension of dimensions) {
            const sizes = [...(breakdown(ledger, year, dimension)?.sizes.values() ?? [])];
            const has = (what: string): boolean => sizes.some((size) => size.is === what);
            if (has('shown') && has('hidden')) tempting += 1;
          }
        }),
        { numRuns: 60, seed: 6 },
      );
      // Tables that show some groups and hide others: an attacker who is never shown anything proves nothing.
      expect(tempting).toBeGreaterThan(20);
    },
    patienceMs,
  );

  it(
    'finds nothing more when a centre raises its limit, and lowers it again',
    () => {
      fc.assert(
        fc.property(parents, fc.integer({ min: 0, max: 14 }), (answers, least) => {
          const [usual, raised] = [centreOf(answers), centreOf(answers, least)];
          for (const dimension of dimensions) {
            const [before, after] = [
              breakdown(usual, year, dimension),
              breakdown(raised, year, dimension),
            ];
            for (const [group, size] of after?.sizes ?? []) {
              if (size.is === 'shown')
                expect(size.value).toBeGreaterThanOrEqual(Math.max(6, least));
              // Whatever is shown under the higher limit was no secret under the lower one, or stands by itself.
              if (size.is === 'shown' && before?.sizes.get(group)?.is === 'shown') {
                expect(size).toEqual(before.sizes.get(group));
              }
            }
          }
          expect(found(raised, Math.max(6, least))).toEqual([]);
        }),
        { numRuns: 25 },
      );
    },
    patienceMs,
  );

  it('gets distributions of six or more from every table, its rest and every difference of two', () => {
    fc.assert(
      fc.property(parents, (answers) => {
        const ledger = centreOf(answers);
        const totals = totalsOf(ledger);
        for (const dimension of ['gender', 'homeLanguage', 'mode'] as const) {
          for (const [item, cells] of breakdown(ledger, year, dimension)?.items ?? []) {
            const total = totals.get(item);
            if (total === null || total === undefined) continue;
            const shown = [...cells.values()].flatMap((cell) =>
              cell.is === 'shown' ? [cell.value] : [],
            );
            for (const { rated } of shown) expect(rated).toBeGreaterThanOrEqual(6);
            const rest = shown.reduce((left, { rated }) => left - rated, total.rated);
            if (shown.length > 0 && rest > 0) expect(rest).toBeGreaterThanOrEqual(6);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
