import { bookPaths } from '#records/book-paths.ts';
import { countOf, dayOf } from './book-values.ts';
import type { Ledger } from './ledger.ts';
import { respondentCount } from './round-answers.ts';
import type { RoundView } from './views.ts';

/** Every round that this device has the key of, by year, form and id. */
export function roundViews(ledger: Ledger): readonly RoundView[] {
  const known = knownViews.get(ledger) ?? freshRoundViews(ledger);
  knownViews.set(ledger, known);
  return known;
}

/** A ledger never changes, and nearly every projection begins with its rounds. */
const knownViews = new WeakMap<Ledger, readonly RoundView[]>();

function freshRoundViews(ledger: Ledger): readonly RoundView[] {
  const { book } = ledger;
  const rounds = [...ledger.roundKeys].map(([id, key]): RoundView => {
    const [facts, answers] = [ledger.facts.get(id), ledger.answers.get(id)];
    return {
      id,
      form: key.form,
      formVersion: key.formVersion,
      year: key.year,
      opens: dayOf(book.value(bookPaths.roundOpens(id))),
      closes: dayOf(book.value(bookPaths.roundCloses(id))),
      families: countOf(book.value(bookPaths.roundFamilies(id))),
      closed: facts?.has('closed') ?? false,
      revealed: facts?.has('revealed') ?? false,
      answered: answers === undefined ? 0 : respondentCount(answers),
      textCount: ledger.texts.get(id)?.length ?? 0,
    };
  });
  return rounds.toSorted(
    (a, b) => a.year - b.year || compareText(a.form, b.form) || compareText(a.id, b.id),
  );
}

/** The rounds of one form and year: a round opened twice is two rounds, counted together. */
export function roundsOf(
  ledger: Ledger,
  form: RoundView['form'],
  year: number,
): readonly RoundView[] {
  return roundViews(ledger).filter((round) => round.form === form && round.year === year);
}

/** Orders texts by code unit, the same on every device whatever its language. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
