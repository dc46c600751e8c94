import { bookPaths, type GoalField } from '#records/book-paths.ts';
import type { JsonValue } from '#records/json.ts';
import { textOf, yearOf } from './book-values.ts';
import type { Ledger } from './ledger.ts';
import { compareText } from './round-views.ts';
import type { PriorityGoal } from './views.ts';

/**
 * The priority goals that are for a year, in their order. A merge can leave more than two: then all of them
 * come back and the team chooses.
 */
export function priorityGoals(ledger: Ledger, year: number): readonly PriorityGoal[] {
  const { book } = ledger;
  const ids = new Set(book.paths('goals/').flatMap((path) => path.split('/')[1] ?? []));
  return [...ids]
    .map((id) => {
      const value = (field: GoalField): JsonValue | undefined =>
        book.value(bookPaths.goal(id, field));
      return { id, value };
    })
    .filter(({ value }) => value('removed') !== true && yearOf(value('year')) === year)
    .toSorted(
      (a, b) =>
        compareText(orderOf(a.value('order')), orderOf(b.value('order'))) ||
        compareText(a.id, b.id),
    )
    .map(({ id, value }) => ({
      id,
      year,
      title: textOf(value('title')),
      because: textOf(value('because')),
      evidence: textsOf(value('evidence')),
      measure: textOf(value('measure')),
      target: textOf(value('target')),
      responsible: textOf(value('responsible')),
      due: textOf(value('due')),
    }));
}

/** Fractional keys are ASCII, so a goal without one comes last. */
function orderOf(value: JsonValue | undefined): string {
  return textOf(value) || '\uFFFF';
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
