import { bookPaths } from '#records/book-paths.ts';
import { textOf } from './book-values.ts';
import type { Ledger } from './ledger.ts';
import { masksTogether } from './mask-words.ts';
import type { ContestedField } from './views.ts';

type Choice = ContestedField['choices'][number];

/**
 * Every field that two people wrote at once. `by` is empty for a device without a name. Of two masked texts, what both
 * of them leave is the first choice: each of them alone brings back what the other took out.
 */
export function contestedFields(ledger: Ledger): readonly ContestedField[] {
  const { book } = ledger;
  return book.contested.map((path) => {
    const heads = book.field(path)?.heads ?? [];
    const edits = heads.flatMap(({ ids }) => ids);
    const choices = heads.map(({ value, at, by }): Choice => ({
      value,
      at,
      by: textOf(book.value(bookPaths.deviceName(by))),
      together: false,
    }));
    return { path, edits, choices: [...togetherOf(ledger, path, choices), ...choices] };
  });
}

function togetherOf(
  { texts, textIds }: Ledger,
  path: string,
  choices: readonly Choice[],
): readonly Choice[] {
  const [, round, id] = /^rounds\/([^/]+)\/texts\/([^/]+)\/masked$/.exec(path) ?? [];
  if (round === undefined || id === undefined) return [];
  const original = texts.get(round)?.[(textIds.get(round) ?? []).indexOf(id)]?.text;
  if (original === undefined) return [];
  const value = masksTogether(
    original,
    choices.map((choice) => textOf(choice.value)),
  );
  if (choices.some((choice) => choice.value === value)) return [];
  return [{ value, at: '', by: '', together: true }];
}
