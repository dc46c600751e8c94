import { bookPaths } from '#records/book-paths.ts';
import type { TextAnswer } from '#records/answer.ts';
import { textOf } from './book-values.ts';
import type { Ledger } from './ledger.ts';
import type { Quote } from './views.ts';

/**
 * One round's free texts from parents as they may be read: masked where somebody masked them, and marked with woman, man
 * or other only where `markable` allows it. `itemOf` gives the question's key, or null for what is no text question.
 */
export function quotesOfRound(
  { book, texts, textIds }: Ledger,
  round: string,
  markable: ReadonlySet<NonNullable<TextAnswer['gender']>>,
  itemOf: (item: string) => string | null,
): readonly Quote[] {
  const ids = textIds.get(round) ?? [];
  return (texts.get(round) ?? []).flatMap(({ form, item, text, gender }, at): Quote[] => {
    const [id, key] = [ids[at], itemOf(item)];
    if (form !== 'parents' || id === undefined || key === null) return [];
    const masked = textOf(book.value(bookPaths.textNote(round, id, 'masked')));
    const isTrue = (field: 'hidden' | 'quote'): boolean =>
      book.value(bookPaths.textNote(round, id, field)) === true;
    const hidden = isTrue('hidden');
    return [
      {
        id,
        round,
        item: key,
        text: masked === '' ? text : masked,
        gender: gender !== undefined && markable.has(gender) ? gender : null,
        masked: masked !== '',
        hidden,
        chosen: isTrue('quote') && !hidden,
      },
    ];
  });
}

/** A text cut into its words and what stands between them, so that each word can be masked by its place. */
export function wordsOf(
  text: string,
): readonly { readonly text: string; readonly isWord: boolean }[] {
  return [...text.matchAll(/(?<word>[\p{L}\p{N}][\p{L}\p{N}'’-]*)|[^\p{L}\p{N}]+/gu)].map(
    (match) => ({
      text: match[0],
      isWord: match.groups?.['word'] !== undefined,
    }),
  );
}

/** The text with the words at these places (as in `wordsOf`) replaced; neighbouring masked words become one mask. */
export function maskWords(text: string, places: ReadonlySet<number>, mask: string): string {
  const words = wordsOf(text);
  let masked = '';
  for (const [at, { text: part, isWord }] of words.entries()) {
    const isBetween = !isWord && places.has(at - 1) && places.has(at + 1) && part.trim() === '';
    if (isBetween) continue;
    const isRepeated = places.has(at) && places.has(at - 2) && words[at - 1]?.text.trim() === '';
    if (isRepeated) continue;
    masked += places.has(at) && isWord ? mask : part;
  }
  return masked;
}
