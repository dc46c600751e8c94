import type { Dimension } from '#projections/answer-groups.ts';
import type { Cell } from '#projections/breakdown.ts';
import { createBounds, type Constraint } from './simplex.ts';

/** A published table by group, as anyone can read it: nothing that is hidden is in it. */
export interface PublishedTable {
  readonly dimension: Dimension;
  readonly respondents: number;
  readonly sizes: ReadonlyMap<string, Cell<number>>;
  readonly items: ReadonlyMap<
    string,
    ReadonlyMap<string, Cell<{ readonly rated: number; readonly favourable: number }>>
  >;
}

/** An item's published total; null where it is withheld, which tells that fewer than `least` rated it. */
export type PublishedTotals = ReadonlyMap<string, { rated: number; favourable: number } | null>;

/** A hidden cell that the attacker has found, and its value. */
export interface Recovered {
  readonly cell: string;
  readonly value: number;
}

const answers = ['favourable', 'unfavourable', 'unrated'] as const;
const unstated = '(unstated)';

/**
 * Solves for what is hidden: a variable for every group, item and answer, and for every group's size; a constraint for
 * everything published and for every rule that a reader can know. A hidden cell whose least and greatest value are the
 * same is recovered. What an item's own total already tells (that nobody gave an answer) is no find.
 */
export function attack(
  table: PublishedTable,
  totals: PublishedTotals,
  least: number,
): readonly Recovered[] {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const variable = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, names.length);
    names.push(name);
    return names.length - 1;
  };
  const constraints: Constraint[] = [];
  const add = (
    terms: readonly (readonly [string, number])[],
    is: '<=' | '=',
    value: number,
  ): void => {
    constraints.push({
      terms: new Map(terms.map(([name, weight]) => [variable(name), weight])),
      is,
      value,
    });
  };
  const isSeveral = table.dimension === 'service';
  const groups = [...table.sizes.keys()];
  // Everyone answered in some way; of themselves parents may have said nothing.
  const all = table.dimension === 'mode' || isSeveral ? groups : [...groups, unstated];
  const hiddenCells: string[] = [];

  for (const [group, size] of table.sizes) {
    const name = `size ${group}`;
    if (size.is === 'shown') add([[name, 1]], '=', size.value);
    else if (size.is === 'empty') add([[name, 1]], '=', 0);
    else {
      hiddenCells.push(name);
      add([[name, -1]], '<=', -1);
      add([[name, 1]], '<=', table.respondents);
    }
  }
  if (!isSeveral)
    add(
      all.map((group) => [`size ${group}`, 1]),
      '=',
      table.respondents,
    );

  for (const [item, cells] of table.items) {
    const total = totals.get(item) ?? null;
    const ofTotal = total && {
      favourable: total.favourable,
      unfavourable: total.rated - total.favourable,
      unrated: table.respondents - total.rated,
    };
    for (const group of all) {
      const name = (answer: string): string => `${item} ${group} ${answer}`;
      add([...answers.map((answer) => [name(answer), 1] as const), [`size ${group}`, -1]], '=', 0);
      const cell = cells.get(group);
      if (cell?.is === 'shown') {
        add([[name('favourable'), 1]], '=', cell.value.favourable);
        add([[name('unfavourable'), 1]], '=', cell.value.rated - cell.value.favourable);
      } else if (cell?.is === 'hidden') {
        for (const answer of answers) {
          if (ofTotal === null || ofTotal[answer] > 0) hiddenCells.push(name(answer));
        }
      }
    }
    if (ofTotal === null) {
      const rated = all.flatMap((group) =>
        answers.slice(0, 2).map((answer) => [`${item} ${group} ${answer}`, 1] as const),
      );
      if (!isSeveral) add(rated, '<=', least - 1);
    } else {
      for (const answer of answers) {
        if (!isSeveral)
          add(
            all.map((group) => [`${item} ${group} ${answer}`, 1]),
            '=',
            ofTotal[answer],
          );
        // Groups that share respondents do not add up, but none has more than there are.
        else
          for (const group of all) add([[`${item} ${group} ${answer}`, 1]], '<=', ofTotal[answer]);
      }
    }
  }
  if (hiddenCells.length === 0) return [];
  const boundsOf = createBounds(names.length, constraints);
  if (boundsOf === null) throw new Error('the published tables contradict each other');
  return hiddenCells.flatMap((cell) => {
    const { least: from, greatest: to } = boundsOf(variable(cell));
    return to - from < 1e-6 ? [{ cell, value: Math.abs(Math.round(from)) }] : [];
  });
}
