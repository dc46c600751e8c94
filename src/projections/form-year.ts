import { countedItemsOf, type FormId } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { countedAnswers } from './counted-answers.ts';
import { distributionOf, markedCount } from './distribution.ts';
import { historyYear, historyYears } from './history-year.ts';
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
  ]);
  return [...years]
    .filter((year) => year <= upToYear)
    .toSorted((a, b) => a - b)
    .flatMap((year) => formYear(ledger, form, year) ?? []);
}

/**
 * One year of a form, or undefined when it holds nothing. Answers given here come before counts entered by
 * hand; counts stand in as long as no answer has come.
 */
export function formYear(ledger: Ledger, form: FormId, year: number): FormYear | undefined {
  const rounds = roundsOf(ledger, form, year);
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
