import { countedItemsOf, type FormId } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { countedAnswers } from './counted-answers.ts';
import { addDistributions, distributionOf, markedCount } from './distribution.ts';
import { historyYear, historyYears } from './history-year.ts';
import { keptYear, keptYears, type KeptYear } from './kept-years.ts';
import type { Ledger } from './ledger.ts';
import { roundsOf, roundViews } from './round-views.ts';
import { minRevealRespondents, minShownRespondents } from './suppression.ts';
import type { Distribution, RoundView, Shown, Withheld } from './views.ts';

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
    return { year, source: 'rounds', answered, items: kept.items };
  }
  const items = new Map(
    [...kept.items].map(([item, before]): [string, Shown<Distribution>] => {
      const now = added.items.get(item);
      if (now?.shown !== true) return [item, before];
      if (!before.shown) return [item, now];
      return [item, { shown: true, value: addDistributions([before.value, now.value]) }];
    }),
  );
  return { year, source: 'rounds', answered: answered + added.answered, items };
}

function yearOfRounds(
  ledger: Ledger,
  form: FormId,
  year: number,
  rounds: readonly RoundView[],
): FormYear | undefined {
  const answers = rounds.flatMap((round) => countedAnswers(ledger, round));
  const answered = answers.length;
  const history = answered > 0 ? undefined : historyYear(ledger.book, form, year);
  if (history !== undefined) {
    // As many answered as marked any item, so the items' own numbers are the stricter rule.
    const items = new Map(
      [...history.items].map(([item, one]) => [item, shownOrWithheld(form, one, undefined)]),
    );
    return { year, source: 'history', answered: history.answered, items };
  }
  if (rounds.length === 0) return undefined;
  const why = whyWithheld(ledger, form, rounds, answered);
  if (why === 'nothing' && form !== 'reflection') return undefined;
  const items = new Map(
    countedItemsOf(currentForm(form)).map((item) => {
      const marks = answers.map((answer) => answer.marks[item.id]);
      return [item.id, shownOrWithheld(form, distributionOf(item, marks), why)];
    }),
  );
  return { year, source: 'rounds', answered, items };
}

/** How many must have answered before anything of a form is shown. */
function leastRespondents(form: FormId): number {
  return form === 'reflection' ? minRevealRespondents : minShownRespondents;
}

function whyWithheld(
  ledger: Ledger,
  form: FormId,
  rounds: readonly RoundView[],
  answered: number,
): Withheld | undefined {
  if (form === 'reflection') {
    const withAnswers = rounds.filter((round) => countedAnswers(ledger, round).length > 0);
    if (withAnswers.some((round) => !round.revealed)) return 'notRevealed';
  } else if (rounds.some((round) => !round.closed)) {
    return 'stillOpen';
  }
  if (answered === 0) return 'nothing';
  return answered < leastRespondents(form) ? 'tooFew' : undefined;
}

/**
 * Families and children: at least six must have rated the item itself, since six respondents of whom five
 * had not used a thing would show one person's mark. Staff: "vet inte" is part of the picture the team talks
 * about, so it counts towards the three.
 */
function shownOrWithheld(
  form: FormId,
  distribution: Distribution,
  why: Withheld | undefined,
): Shown<Distribution> {
  if (why !== undefined) return { shown: false, why };
  const count = form === 'reflection' ? markedCount(distribution) : distribution.rated;
  return count < leastRespondents(form)
    ? { shown: false, why: 'tooFew' }
    : { shown: true, value: distribution };
}
