import { bookPaths } from '#records/book-paths.ts';
import { textPackOf, type TextPack } from '#records/text-pack.ts';
import { yearOf } from './book-values.ts';
import type { Ledger } from './ledger.ts';
import { roundsOf } from './round-views.ts';

/**
 * The text pack that a year's reflection is read in, or null for the form's own words: what the year's rounds were
 * opened with, since that is what was answered; without rounds, what was chosen from that year or an earlier one on.
 */
export function wordingOf(ledger: Ledger, year: number): TextPack | null {
  const [round] = roundsOf(ledger, 'reflection', year);
  if (round !== undefined) return cardWording(ledger.roundKeys.get(round.id)?.card ?? '');
  const from = wordingYears(ledger).findLast((one) => one <= year);
  return from === undefined ? null : textPackOf(ledger.book.value(bookPaths.wordingFrom(from)));
}

/** Whether a year's wording can still be chosen: not after a round has carried it to those who answer. */
export function canReword(ledger: Ledger, year: number): boolean {
  return roundsOf(ledger, 'reflection', year).length === 0;
}

/** Reads the text pack out of a card's text; null where it has none. */
export function cardWording(card: string): TextPack | null {
  try {
    const parsed: unknown = JSON.parse(card);
    const isCard = typeof parsed === 'object' && parsed !== null && 'wording' in parsed;
    return isCard ? textPackOf(parsed.wording) : null;
  } catch {
    return null;
  }
}

/** The years from which on a wording was chosen, oldest first. */
function wordingYears({ book }: Ledger): readonly number[] {
  return book
    .paths('wording/reflection/')
    .flatMap((path) => yearOf(path.split('/')[2]) ?? [])
    .toSorted((a, b) => a - b);
}
