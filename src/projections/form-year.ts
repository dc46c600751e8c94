import { type FormId } from '#instruments/form.ts';
import { addDistributions } from './distribution.ts';
import { historyYear, historyYears } from './history-year.ts';
import { historySeries, mixedSeries, type Series } from './item-series.ts';
import { keptYear, keptYears, type KeptYear } from './kept-years.ts';
import type { Ledger } from './ledger.ts';
import { roundsOf, roundViews } from './round-views.ts';
import { suppressedYear, suppressedCounts } from './suppressed-year.ts';
import type { Distribution, RoundView, Shown } from './views.ts';

/**
 * One form in one year, suppressed: the one door between what was answered and what anyone may see. Every
 * trend, chart and export reads distributions from here and adds up only what is shown here, so that
 * nothing withheld can be had back by subtracting what is shown from a total.
 */
export interface FormYear {
  readonly year: number;
  readonly source: 'rounds' | 'history';
  /** Respondents that count. */
  readonly answered: number;
  /** Every counted item for `rounds`; only items with counts for `history`. */
  readonly items: ReadonlyMap<string, Shown<Distribution>>;
  /** By shown item: respondents who gave it no mark at all. */
  readonly missing: ReadonlyMap<string, number>;
  /** By item: in which way it was asked. */
  readonly series: ReadonlyMap<string, Series>;
}

/** The years of a form up to and with one year, oldest first; years without anything are left out. */
export function formYears(ledger: Ledger, form: FormId, upToYear: number): readonly FormYear[] {
  const years = new Set([
    ...roundViews(ledger)
      .filter((round) => round.form === form)
      .map((round) => round.year),
    ...historyYears(ledger.book, form),
    ...keptYears(ledger, form),
  ]);
  return [...years]
    .filter((year) => year <= upToYear)
    .toSorted((a, b) => a - b)
    .flatMap((year) => formYear(ledger, form, year) ?? []);
}

/**
 * One year of a form, or undefined when it holds nothing. Answers given here come before counts entered by
 * hand; counts stand in as long as no answer has come. What a purge kept stands for the rounds that are gone.
 */
export function formYear(ledger: Ledger, form: FormId, year: number): FormYear | undefined {
  const known = knownYears.get(ledger) ?? new Map<string, FormYear | undefined>();
  knownYears.set(ledger, known);
  const name = `${form} ${year}`;
  if (known.has(name)) return known.get(name);
  const found = freshFormYear(ledger, form, year);
  known.set(name, found);
  return found;
}

/** A ledger never changes, and every trend of a screen reads the same years of it. */
const knownYears = new WeakMap<Ledger, Map<string, FormYear | undefined>>();

function freshFormYear(ledger: Ledger, form: FormId, year: number): FormYear | undefined {
  const kept = keptYear(ledger, form, year);
  const rounds = roundsOf(ledger, form, year);
  if (kept === undefined) return yearOfRounds(ledger, form, year, rounds);
  const later = rounds.filter((round) => !kept.rounds.includes(round.id));
  const added = later.length === 0 ? undefined : yearOfRounds(ledger, form, year, later);
  return withKept(year, kept, added);
}

/**
 * A round that was opened after the purge is added only where it can be shown by itself: what the purge kept is known,
 * so that it could be subtracted from any total.
 */
function withKept(year: number, kept: KeptYear, added: FormYear | undefined): FormYear {
  const { answered } = kept;
  const isShown = [...(added?.items.values() ?? [])].some(({ shown }) => shown);
  if (added === undefined || added.source === 'history' || !isShown) {
    return { ...kept, year, source: 'rounds' };
  }
  const items = new Map(kept.items);
  const missing = new Map(kept.missing);
  const series = new Map(kept.series);
  for (const [item, now] of added.items) {
    if (!now.shown) continue;
    const before = kept.items.get(item);
    const isBoth = before?.shown === true;
    const value = isBoth ? addDistributions([before.value, now.value]) : now.value;
    items.set(item, { shown: true, value });
    missing.set(item, (kept.missing.get(item) ?? 0) + (added.missing.get(item) ?? 0));
    const ofAdded = added.series.get(item) ?? mixedSeries;
    series.set(item, isBoth && kept.series.get(item) !== ofAdded ? mixedSeries : ofAdded);
  }
  return {
    year,
    source: 'rounds',
    answered: answered + added.answered,
    items,
    missing,
    series,
  };
}

function yearOfRounds(
  ledger: Ledger,
  form: FormId,
  year: number,
  rounds: readonly RoundView[],
): FormYear | undefined {
  const ofRounds = suppressedYear(ledger, form, rounds);
  if (ofRounds.answered === 0) {
    const history = historyYear(ledger.book, form, year);
    if (history !== undefined) {
      const { items, missing } = suppressedCounts(ledger.book, form, history);
      const series = new Map([...items.keys()].map((item) => [item, historySeries]));
      const { answered } = history;
      return { year, source: 'history', answered, items, missing, series };
    }
  }
  if (
    rounds.length === 0 ||
    (ofRounds.answered === 0 && ofRounds.closed && form !== 'reflection')
  ) {
    return undefined;
  }
  return { year, source: 'rounds', ...ofRounds };
}
