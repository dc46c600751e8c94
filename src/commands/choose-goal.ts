import { generateKeyBetween } from 'fractional-indexing';
import { bookPaths, type GoalField } from '#records/book-paths.ts';
import type { JsonValue } from '#records/json.ts';
import type { Book } from '#records/merge.ts';
import type { SpeglaRecord } from '#records/record.ts';
import type { CommandDeps } from './command-deps.ts';
import { setFields } from './set-field.ts';

type FirstWritten =
  | 'year'
  | 'title'
  | 'because'
  | 'evidence'
  | 'measure'
  | 'target'
  | 'responsible'
  | 'due';

/** A priority goal as it is first written; every field can be changed on its own later. */
export type GoalDraft = Readonly<Record<FirstWritten, JsonValue>>;

/** Chooses a priority goal: a new entity after those that stand. Gives its id and its records. */
export function chooseGoal(
  book: Book,
  draft: GoalDraft,
  deps: CommandDeps,
): { readonly goal: string; readonly records: readonly SpeglaRecord[] } {
  const goal = deps.newId();
  const orders = book
    .paths('goals/')
    .filter((path) => path.endsWith('/order'))
    .map((path) => book.value(path))
    .filter((order) => typeof order === 'string')
    .toSorted();
  const fields: Record<string, JsonValue> = {
    [bookPaths.goal(goal, 'order')]: generateKeyBetween(orders.at(-1) ?? null, null),
  };
  for (const [field, value] of Object.entries(draft)) {
    fields[bookPaths.goal(goal, field as GoalField)] = value;
  }
  return { goal, records: setFields(book, fields, deps) };
}
