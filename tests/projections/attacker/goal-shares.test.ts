import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepAggregates } from '#commands/purge-rounds.ts';
import type { Mark } from '#instruments/form.ts';
import { resultSentences } from '#projections/result-sentence.ts';
import { resultsView } from '#projections/results-view.ts';
import type { Ledger } from '#projections/ledger.ts';
import { setupCommands } from '../../commands/centre.ts';
import { only, plain, setupCentre } from '../centre-records.ts';

const items = ['p-info', 'p-learn'];
type Marks = readonly (Mark | null)[];

/** Both questions of the fifth goal, in two years. */
function centreOf(years: readonly (readonly Marks[])[]): Ledger {
  const centre = setupCentre();
  for (const [at, answers] of years.entries()) {
    const round = centre.round(`p${at}`, 'parents', 2025 + at);
    for (const marks of answers) {
      const given = items.flatMap((item, of) => {
        const mark = marks[of];
        return mark === null || mark === undefined ? [] : [[item, mark] as const];
      });
      centre.answer(round, 'parents', Object.fromEntries(given));
    }
    centre.close(round);
  }
  return centre.ledger();
}

/** All that is published of goals: on the screens, in sentences and files, and what a purge keeps for ever. */
function publishedGoals(ledger: Ledger): string {
  const goals = resultsView(ledger, 2026).parentGoals;
  const sentences = goals.map((goal) => resultSentences(goal, 2026));
  const { deps } = setupCommands('purge');
  const kept = [2025, 2026].flatMap((year) =>
    keepAggregates(ledger, 'parents', year, deps).flatMap((record) =>
      record.kind === 'edit' ? [record.body.value] : [],
    ),
  );
  return plain({ goals, sentences, kept });
}

/** How one parent may have answered the two questions: favourably (1), not (0), or not at all (null). */
type Cell = readonly [number | null, number | null];
const cells: readonly Cell[] = [
  [1, 1],
  [1, 0],
  [0, 1],
  [0, 0],
  [1, null],
  [0, null],
  [null, 1],
  [null, 0],
  [null, null],
];
interface World {
  readonly counts: readonly number[];
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/** Every world of so many parents: how many there are of each kind. */
function* worlds(parents: number, kinds = cells.length): Generator<readonly number[]> {
  if (kinds === 1) {
    yield [parents];
    return;
  }
  for (let first = 0; first <= parents; first += 1) {
    for (const others of worlds(parents - first, kinds - 1)) yield [first, ...others];
  }
}

/** One question's table in a world: favourable, not favourable. */
function table(counts: readonly number[], item: 0 | 1): readonly number[] {
  return [1, 0].map((mark) =>
    cells.reduce((sum, cell, at) => sum + (cell[item] === mark ? (counts[at] ?? 0) : 0), 0),
  );
}

/** The mean of the parents' own shares, in whole per cent: what is not published. */
function meanOfParents(counts: readonly number[]): number {
  let [sum, parents] = [0, 0];
  for (const [at, cell] of cells.entries()) {
    const rated = cell.filter((mark) => mark !== null);
    if (rated.length === 0) continue;
    parents += counts[at] ?? 0;
    sum += ((counts[at] ?? 0) * rated.reduce((all, mark) => all + mark, 0)) / rated.length;
  }
  return Math.round((sum / parents) * 100);
}

describe('a reader of the goals’ shares', () => {
  // Seven rate both, and one skips the first question and does not like the second.
  const counts = [3, 0, 2, 2, 0, 0, 0, 1, 0];
  const parents = 8;
  const fitting = [...worlds(parents)]
    .filter((world) => String(table(world, 0)) === String(table(counts, 0)))
    .filter((world) => String(table(world, 1)) === String(table(counts, 1)))
    .map((world): World => ({ counts: world, first: table(world, 0), second: table(world, 1) }));
  /** What the one who skipped the first question may have said of the second. */
  const saidBySkipper = (of: readonly World[]): Set<string> =>
    new Set(of.map((world) => `${world.counts[6]} pleased, ${world.counts[7]} not`));

  it('would have had a single mark from the mean of the parents’ own shares', () => {
    expect(saidBySkipper(fitting).size).toBeGreaterThan(1);
    const told = meanOfParents(counts);
    const left = fitting.filter((world) => meanOfParents(world.counts) === told);
    expect([...saidBySkipper(left)]).toEqual(['0 pleased, 1 not']);
  });

  it('has none from what is published, which is the same in every world that fits the tables', () => {
    const published = new Set(
      fitting.map((world) => {
        const answers = cells.flatMap((cell, at) =>
          Array.from({ length: world.counts[at] ?? 0 }, () =>
            cell.map((mark): Mark => (mark === null ? 'notUsed' : mark === 1 ? 4 : 1)),
          ),
        );
        return publishedGoals(centreOf([answers]));
      }),
    );
    expect(fitting.length).toBeGreaterThan(1);
    expect(published.size).toBe(1);
  });

  it('learns nothing of which marks one parent gave together, in any two years', () => {
    const mark = fc.constantFrom<Mark | null>(4, 4, 3, 2, 1, 'notUsed', 'unknown', null);
    const year = fc.array(fc.tuple(mark, mark), { maxLength: 20 }).chain((answers) =>
      fc.tuple(
        fc.constant(answers),
        fc.shuffledSubarray(
          answers.map(([first]) => first),
          { minLength: answers.length },
        ),
      ),
    );
    fc.assert(
      fc.property(year, year, (...years) => {
        const given = centreOf(years.map(([answers]) => answers));
        const shuffled = centreOf(
          years.map(([answers, firsts]) =>
            answers.map(([, second], at) => [firsts[at] ?? null, second]),
          ),
        );
        expect(publishedGoals(shuffled)).toBe(publishedGoals(given));
      }),
    );
  });

  it('finds in them what the shown tables give, and no more', () => {
    const answers = Array.from({ length: 10 }, (_, n): Marks => [
      n === 9 ? 'notUsed' : n % 2 ? 4 : 2,
      n === 9 ? 1 : n % 3 ? 4 : 1,
    ]);
    const view = resultsView(centreOf([[], answers]), 2026);
    const goal = only(view.parentGoals, (one) => one.goal === 'goal5').years.at(-1);
    const shown = view.parentItems.flatMap((trend) => {
      const spread = trend.years.at(-1)?.spread;
      return items.includes(trend.item) && spread?.shown === true ? [spread.value] : [];
    });
    const [rated, favourable] = [
      shown.reduce((sum, one) => sum + one.rated, 0),
      shown.reduce((sum, one) => sum + one.favourable, 0),
    ];
    expect([rated, favourable]).toEqual([19, 10]);
    expect(goal?.share).toMatchObject({ value: { share: favourable / rated, ratings: rated } });
  });
});
