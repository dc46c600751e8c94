import type { TextAnswer } from '#records/answer.ts';
import { bookPaths, type TextField } from '#records/book-paths.ts';
import type { JsonValue } from '#records/json.ts';
import { textOf } from './book-values.ts';
import type { Ledger } from './ledger.ts';
import { masksTogether } from './mask-words.ts';
import type { Quote } from './views.ts';

/**
 * One round's free texts from parents as they may be read: masked where somebody masked them, and marked with woman, man
 * or other only where `markable` allows it. Where two noted it at once, the more careful note counts until somebody has
 * chosen: a word that one of them took out is out. `itemOf` gives the question's key, or null for what is no text question.
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
    const noted = (field: TextField): readonly JsonValue[] =>
      (book.field(bookPaths.textNote(round, id, field))?.heads ?? []).map(({ value }) => value);
    const masks = noted('masked').map(textOf);
    const shown = masksTogether(text, masks);
    const quote = noted('quote');
    const hidden = noted('hidden').includes(true);
    return [
      {
        id,
        round,
        item: key,
        text: shown,
        gender: gender !== undefined && markable.has(gender) ? gender : null,
        masked: masks.some((mask) => mask !== ''),
        masksDiffer: masks.length > 1,
        hidden,
        chosen: quote.length > 0 && quote.every((value) => value === true) && !hidden,
      },
    ];
  });
}
