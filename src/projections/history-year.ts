import { countedItemsOf, type FormId } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { Book } from '#records/merge.ts';
import { countOf, yearOf } from './book-values.ts';
import { distributionFromCounts, distributionFromShare, markedCount } from './distribution.ts';
import type { Distribution } from './views.ts';

/** One form's counts of an earlier year as entered by hand, not yet suppressed: for `formYear` only. */
export interface HistoryYear {
  readonly answered: number;
  /** Only items that somebody marked. */
  readonly items: ReadonlyMap<string, Distribution>;
}

/** The years that the book has counts for, in no order. */
export function historyYears(book: Book, form: FormId): readonly number[] {
  const years = book.paths(`history/${form}/`).map((path) => yearOf(path.split('/')[2]));
  return [...new Set(years)].filter((year) => year !== null);
}

/**
 * Reads a year's counts, or undefined when there are none. Who answered is the number entered for the form;
 * never fewer than marked a single item, which that number cannot be in truth.
 */
export function historyYear(book: Book, form: FormId, year: number): HistoryYear | undefined {
  const items = new Map<string, Distribution>();
  let answered = countOf(book.value(bookPaths.historyAnswered(form, year))) ?? 0;
  for (const item of countedItemsOf(currentForm(form))) {
    const counts = book.value(bookPaths.historyCounts(form, year, item.id));
    const fromCounts = distributionFromCounts(item, counts);
    const share = book.value(bookPaths.historyShare(form, year, item.id));
    // Counts by step say more than a share, so they go before.
    const distribution =
      markedCount(fromCounts) > 0 ? fromCounts : (distributionFromShare(item, share) ?? fromCounts);
    const marked = markedCount(distribution);
    if (marked === 0) continue;
    items.set(item.id, distribution);
    answered = Math.max(answered, marked);
  }
  return answered === 0 ? undefined : { answered, items };
}
