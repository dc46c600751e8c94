import { countedItemsOf, type FormId } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { respondentsIn } from '#projections/counted-answers.ts';
import { formYear } from '#projections/form-year.ts';
import { markedCount } from '#projections/distribution.ts';
import { countsOf, mayBeKept } from '#projections/kept-years.ts';
import type { Ledger } from '#projections/ledger.ts';
import { resultsView } from '#projections/results-view.ts';
import { roundsOf } from '#projections/round-views.ts';
import { leastShown } from '#projections/suppression.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { JsonValue } from '#records/json.ts';
import type { SpeglaRecord } from '#records/record.ts';
import { newRecord, type CommandDeps } from './command-deps.ts';
import { setFields } from './set-field.ts';

/**
 * What a purge of a form's year writes before anything is taken away: the numbers that anyone may see for ever, in one
 * field, and the line of the log. A form's year goes as a whole: of two rounds that are counted together, what is kept
 * of one could be subtracted from what is shown of both. Nothing where it stands already.
 */
export function keepAggregates(
  ledger: Ledger,
  form: FormId,
  year: number,
  deps: CommandDeps,
): readonly SpeglaRecord[] {
  const rounds = roundsOf(ledger, form, year);
  const [first] = rounds;
  if (first === undefined) return [];
  const view = resultsView(ledger, year);
  const shown = formYear(ledger, form, year);
  const before = ledger.book.value(bookPaths.kept(form, year));
  const ids = new Set([...roundsNamedIn(before), ...rounds.map(({ id }) => id)]);
  const least = leastShown(ledger.book);
  const items: Record<string, JsonValue> = {};
  // Respondents behind an item where they are not all who answered; and in which way it was asked.
  const asked: Record<string, JsonValue> = {};
  const series: Record<string, JsonValue> = {};
  for (const item of countedItemsOf(currentForm(form))) {
    const one = shown?.items.get(item.id);
    if (one?.shown !== true || !mayBeKept(form, item, one, least)) continue;
    items[item.id] = countsOf(one.value);
    const respondents = markedCount(one.value) + (shown?.missing.get(item.id) ?? 0);
    if (respondents !== shown?.answered) asked[item.id] = respondents;
    series[item.id] = shown?.series.get(item.id) ?? '';
  }
  const kept = {
    rounds: [...ids].toSorted(),
    answered: shown?.answered ?? 0,
    families: view.respondents[form].families,
    setAside: view.setAside[form],
    items,
    asked,
    series,
  };
  const total = (count: (id: string) => number): number =>
    rounds.reduce((sum, { id }) => sum + count(id), 0);
  const line = {
    form,
    year,
    rounds: rounds.map(({ id }) => id),
    answered: total((id) => respondentsIn(ledger, id)),
    texts: total((id) => ledger.texts.get(id)?.length ?? 0),
    setAside: total((id) => ledger.setAside.get(id)?.marks ?? 0),
  };
  return setFields(
    ledger.book,
    // The line's id is a round's own: a purge that is taken up again after a crash writes no second line.
    { [bookPaths.kept(form, year)]: kept, [bookPaths.purgeLog(first.id)]: line },
    deps,
  );
}

/** The purges of a form's year, one a round: the step that cannot be taken back. */
export function purgeRounds(
  ledger: Ledger,
  form: FormId,
  year: number,
  deps: CommandDeps,
): readonly SpeglaRecord[] {
  return roundsOf(ledger, form, year).map(({ id }) =>
    newRecord(deps, 'purge', id, { v: 1, at: deps.now(), by: deps.device }),
  );
}

function roundsNamedIn(kept: JsonValue | undefined): readonly string[] {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return [];
  const named = Object.entries(kept).find(([name]) => name === 'rounds')?.[1];
  return Array.isArray(named) ? named.filter((one) => typeof one === 'string') : [];
}
