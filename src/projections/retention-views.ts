import type { FormId } from '#instruments/form.ts';
import { bookPaths } from '#records/book-paths.ts';
import { countOf, dayOf } from './book-values.ts';
import { monthsAfter } from './calendar.ts';
import { keptYear } from './kept-years.ts';
import type { Ledger } from './ledger.ts';
import { roundViews } from './round-views.ts';
import type { RoundView } from './views.ts';

/** How long answers stay where a centre has made no rule of its own. */
export const usualRetentionMonths = 24;

/** One form's year and when it is to be purged. The day reminds; a person purges. */
export interface RetentionView {
  readonly form: FormId;
  readonly year: number;
  readonly rounds: readonly RoundView[];
  /** YYYY-MM-DD; empty while the rounds have no closing day. */
  readonly day: string;
  /** The day was set for this very form and year; otherwise the centre's rule gives it. */
  readonly own: boolean;
  /** Every round is closed, or for the team's own revealed. */
  readonly closed: boolean;
}

/** The centre's rule: months after closing. */
export function retentionMonths({ book }: Pick<Ledger, 'book'>): number {
  return countOf(book.value(bookPaths.retentionMonths)) ?? usualRetentionMonths;
}

/** Every form's year that still holds answers, the one to purge first before the others. */
export function retentionViews(ledger: Ledger): readonly RetentionView[] {
  const groups = Map.groupBy(roundViews(ledger), ({ form, year }) => `${form} ${year}`);
  const views = [...groups.values()].flatMap((rounds) => {
    const [first] = rounds;
    return first === undefined ? [] : [retentionView(ledger, first.form, first.year, rounds)];
  });
  return views.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function retentionView(
  ledger: Ledger,
  form: FormId,
  year: number,
  rounds: readonly RoundView[],
): RetentionView {
  const months = retentionMonths(ledger);
  const days = rounds.map(({ id, closes }) => {
    const own = dayOf(ledger.book.value(bookPaths.roundRetention(id)));
    return {
      own: own !== '',
      day: own !== '' || closes === '' ? own : monthsAfter(closes, months),
    };
  });
  const last = days.toSorted((a, b) => (a.day < b.day ? 1 : -1))[0];
  return {
    form,
    year,
    rounds,
    day: last?.day ?? '',
    own: last?.own ?? false,
    closed: rounds.every(({ closed, revealed }) => closed || (form === 'reflection' && revealed)),
  };
}

/** A line of the purge log: what went, when, and from which device. */
export interface PurgeLine {
  readonly id: string;
  readonly form: FormId;
  readonly year: number;
  readonly answered: number;
  readonly texts: number;
  readonly setAside: number;
  /** ISO time and device id, of the purge itself. */
  readonly at: string;
  readonly by: string;
}

/** What was purged, the newest first. A line that was written ahead of a purge that never came is not shown. */
export function purgeLog(ledger: Ledger): readonly PurgeLine[] {
  const lines = ledger.book.paths('purgeLog/').flatMap((path): PurgeLine[] => {
    const id = path.split('/')[1] ?? '';
    const purge = ledger.purged.get(id);
    const value = ledger.book.value(path);
    if (purge === undefined || typeof value !== 'object' || value === null) return [];
    const members = new Map<string, unknown>(Object.entries(value));
    const form = members.get('form');
    if (form !== 'reflection' && form !== 'parents' && form !== 'children') return [];
    const count = (name: string): number => countOf(members.get(name)) ?? 0;
    const numbers = {
      year: count('year'),
      answered: count('answered'),
      texts: count('texts'),
      setAside: count('setAside'),
    };
    return [{ id, form, ...numbers, at: purge.at, by: purge.by }];
  });
  return lines.toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

/** The forms of a year whose answers are gone: with how many had answered. */
export function purgedForms(ledger: Ledger, year: number): ReadonlyMap<FormId, number> {
  const forms = ['reflection', 'parents', 'children'] as const;
  return new Map(
    forms.flatMap((form) => {
      const kept = keptYear(ledger, form, year);
      return kept === undefined ? [] : [[form, kept.answered] as const];
    }),
  );
}
