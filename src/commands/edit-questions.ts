import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { localQuestions } from '#projections/local-questions.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { LocalQuestion } from '#records/card.ts';
import type { JsonValue } from '#records/json.ts';
import type { Book } from '#records/merge.ts';
import type { SpeglaRecord } from '#records/record.ts';
import type { CommandDeps } from './command-deps.ts';
import { setFields } from './set-field.ts';

/** Adds a question of the centre's own after those that stand. Gives its id and its records. */
export function addQuestion(
  book: Book,
  kind: LocalQuestion['kind'],
  deps: CommandDeps,
): { readonly question: string; readonly records: readonly SpeglaRecord[] } {
  const question = `l-${deps.newId()}`;
  const last = localQuestions(book)
    .map(({ order }) => order)
    .findLast((order) => order !== '');
  const fields = {
    [bookPaths.questionKind(question)]: kind,
    [bookPaths.questionOrder(question)]: generateKeyBetween(last ?? null, null),
  };
  return { question, records: setFields(book, fields, deps) };
}

/** Moves a question one step towards the beginning or the end; nothing where it stands there already. */
export function moveQuestion(
  book: Book,
  question: string,
  towards: 'beginning' | 'end',
  deps: CommandDeps,
): readonly SpeglaRecord[] {
  const standing = localQuestions(book);
  const from = standing.findIndex(({ id }) => id === question);
  const to = towards === 'beginning' ? from - 1 : from + 1;
  if (from < 0 || standing[to] === undefined) return [];
  const moved = standing.toSpliced(from, 1).toSpliced(to, 0, ...standing.slice(from, from + 1));
  const orders = moved.map(({ order }) => order);
  const [before, after] = [orders[to - 1] ?? null, orders[to + 1] ?? null];
  const hasRoom = before === null || after === null || before < after;
  // Two who added at once gave the same place, and a place may be missing: then all get one anew.
  if (hasRoom && before !== '' && after !== '') {
    const order = generateKeyBetween(before, after);
    return setFields(book, { [bookPaths.questionOrder(question)]: order }, deps);
  }
  const fresh = generateNKeysBetween(null, null, moved.length);
  const fields = moved.map(({ id }, at): [string, JsonValue] => [
    bookPaths.questionOrder(id),
    fresh[at] ?? '',
  ]);
  return setFields(book, Object.fromEntries(fields), deps);
}
