import { countedItemsOf, type FormId, type ScaleItem } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { bookPaths } from '#records/book-paths.ts';
import { countOf, membersOf, textOf, yearOf } from './book-values.ts';
import { distributionFromCounts, markedCount } from './distribution.ts';
import { seriesOf, type Series } from './item-series.ts';
import type { Ledger } from './ledger.ts';
import { leastShown, minShownRespondents } from './suppression.ts';
import type { Distribution, Shown } from './views.ts';

/** What a purge left of one form's year: only what may be shown to anyone for ever. */
export interface KeptYear {
  /** The rounds that it stands for. None of them counts beside it, also where one has not gone here yet. */
  readonly rounds: readonly string[];
  readonly answered: number;
  readonly families: number | null;
  /** Respondents that had been set aside. */
  readonly setAside: number;
  /** Every counted item of the form. */
  readonly items: ReadonlyMap<string, Shown<Distribution>>;
  readonly missing: ReadonlyMap<string, number>;
  readonly series: ReadonlyMap<string, Series>;
}

/**
 * The kept numbers of a form's year, or undefined as long as none of the rounds they stand for has been purged: until
 * then the answers themselves count, and a purge that stopped halfway has changed nothing.
 */
export function keptYear(ledger: Ledger, form: FormId, year: number): KeptYear | undefined {
  const members = membersOf(ledger.book.value(bookPaths.kept(form, year)));
  const listed = members.get('rounds');
  const rounds = Array.isArray(listed) ? listed.filter((one) => typeof one === 'string') : [];
  if (!rounds.some((round) => ledger.purged.has(round))) return undefined;
  const least = leastShown(ledger.book);
  const counts = membersOf(members.get('items'));
  const asked = membersOf(members.get('asked'));
  const kept = membersOf(members.get('series'));
  const answered = countOf(members.get('answered')) ?? 0;
  const items = new Map<string, Shown<Distribution>>();
  const missing = new Map<string, number>();
  const series = new Map<string, Series>();
  for (const item of countedItemsOf(currentForm(form))) {
    const one = keptItem(form, item, counts.get(item.id), least);
    items.set(item.id, one);
    // Years that were purged before ways of asking were kept had only the form's first version.
    series.set(item.id, textOf(kept.get(item.id)) || seriesOf({ ...item, version: 1 }, ''));
    if (!one.shown) continue;
    const respondents = countOf(asked.get(item.id)) ?? answered;
    missing.set(item.id, Math.max(0, respondents - markedCount(one.value)));
  }
  return {
    rounds,
    answered,
    families: countOf(members.get('families')),
    setAside: countOf(members.get('setAside')) ?? 0,
    items,
    missing,
    series,
  };
}

/** The years of a form that have kept numbers in force, in no order. */
export function keptYears(ledger: Ledger, form: FormId): readonly number[] {
  const years = ledger.book.paths(`kept/${form}/`).map((path) => yearOf(path.split('/')[2]));
  return [...new Set(years)]
    .filter((year) => year !== null)
    .filter((year) => keptYear(ledger, form, year) !== undefined);
}

/**
 * Whether an item's counts may outlive its answers: six or more placed a mark. The team's own spread, which it could
 * see from three, stays only where no single person could be picked out: never for a statement about one colleague.
 */
export function mayBeKept(
  form: FormId,
  item: ScaleItem,
  shown: Shown<Distribution>,
  least = minShownRespondents,
): boolean {
  if (!shown.shown || shown.value.rated < least) return false;
  return form !== 'reflection' || item.aboutOnePerson !== true;
}

/**
 * Whether a spread may go where the team no longer holds it, on paper or in a file: what may outlive the answers may.
 * Nothing of it is told where it is withheld anyway.
 */
export function mayLeaveTheTeam(
  form: FormId,
  item: ScaleItem,
  shown: Shown<Distribution>,
): boolean {
  if (form !== 'reflection') return true;
  return shown.shown ? mayBeKept(form, item, shown) : item.aboutOnePerson !== true;
}

/** `{ [mark]: count }`, as the book holds it. Marks that nobody chose are left out. */
export function countsOf({ points, nonAnswers }: Distribution): Readonly<Record<string, number>> {
  const all = [...points, ...nonAnswers].filter(([, count]) => count > 0);
  return Object.fromEntries(all.map(([mark, count]) => [String(mark), count]));
}

/** The suppression is applied to what comes out as well: a book is only as honest as who wrote it. */
function keptItem(
  form: FormId,
  item: ScaleItem,
  counts: unknown,
  least: number,
): Shown<Distribution> {
  const shown = { shown: true, value: distributionFromCounts(item, counts) } as const;
  if (mayBeKept(form, item, shown, least)) return shown;
  return { shown: false, why: form === 'reflection' ? 'purged' : 'tooFew' };
}
