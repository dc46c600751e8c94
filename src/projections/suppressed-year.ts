import type { FormId, ScaleItem } from '#instruments/form.ts';
import type { Book } from '#records/merge.ts';
import { answerSteps } from './answer-steps.ts';
import { countedRespondents } from './counted-answers.ts';
import { countingPlan, tallyOfCells } from './counting-plan.ts';
import { distributionFromTally, markedCount } from './distribution.ts';
import type { HistoryYear } from './history-year.ts';
import { seriesOfRounds, type Series } from './item-series.ts';
import type { Ledger } from './ledger.ts';
import { addTallies, emptyTally, type MarkTally } from './mark-tally.ts';
import type { StepCounts } from './round-answers.ts';
import { leastShown, minRevealRespondents } from './suppression.ts';
import type { Distribution, RoundView, Shown, Withheld } from './views.ts';

/** What of some rounds' answers may be seen: for `formYear` only. */
export interface SuppressedYear {
  /** Respondents that count, also those who wait for their step. */
  readonly answered: number;
  /** No round is open, or for the team's own: none waits for its reveal. */
  readonly closed: boolean;
  readonly items: ReadonlyMap<string, Shown<Distribution>>;
  readonly missing: ReadonlyMap<string, number>;
  readonly series: ReadonlyMap<string, Series>;
}

/** Suppresses one form's rounds of a year, which count together. */
export function suppressedYear(
  ledger: Ledger,
  form: FormId,
  rounds: readonly RoundView[],
): SuppressedYear {
  const answered = rounds.reduce((sum, round) => sum + countedRespondents(ledger, round), 0);
  const waits = whyWaiting(ledger, form, rounds);
  const least = form === 'reflection' ? minRevealRespondents : leastShown(ledger.book);
  const why = waits ?? (answered === 0 ? 'nothing' : answered < least ? 'tooFew' : undefined);
  const steps = why === undefined ? answerSteps(ledger, rounds) : [];
  const shownOf = respondentsShown(steps, form, least);
  const items = new Map<string, Shown<Distribution>>();
  const missing = new Map<string, number>();
  for (const [place, item] of countingPlan(form).items.entries()) {
    const { value, respondents } = shownOf(item, place);
    if (why !== undefined || value === null) {
      items.set(item.id, { shown: false, why: why ?? 'tooFew' });
      continue;
    }
    items.set(item.id, { shown: true, value });
    missing.set(item.id, respondents - markedCount(value));
  }
  const keys = rounds.flatMap(({ id }) => ledger.roundKeys.get(id) ?? []);
  return {
    answered,
    closed: waits === undefined,
    items,
    missing,
    series: seriesOfRounds(form, keys),
  };
}

/** Suppresses counts that were typed in. As many answered as marked any item, so each item's own number decides. */
export function suppressedCounts(
  book: Book,
  form: FormId,
  history: HistoryYear,
): Pick<SuppressedYear, 'items' | 'missing'> {
  const least = form === 'reflection' ? minRevealRespondents : leastShown(book);
  const items = new Map<string, Shown<Distribution>>();
  const missing = new Map<string, number>();
  for (const [item, value] of history.items) {
    const isShown = weightOf(form, value) >= least;
    items.set(item, isShown ? { shown: true, value } : { shown: false, why: 'tooFew' });
    if (isShown) missing.set(item, history.answered - markedCount(value));
  }
  return { items, missing };
}

function whyWaiting(
  ledger: Ledger,
  form: FormId,
  rounds: readonly RoundView[],
): Withheld | undefined {
  if (form !== 'reflection') return rounds.some(({ closed }) => !closed) ? 'stillOpen' : undefined;
  const withAnswers = rounds.filter((round) => countedRespondents(ledger, round) > 0);
  return withAnswers.some(({ revealed }) => !revealed) ? 'notRevealed' : undefined;
}

interface ShownItem {
  /** Null where too few rated it. */
  readonly value: Distribution | null;
  readonly respondents: number;
}

/**
 * The marks of an item that are shown. Each time something is added, at least six must have rated the item itself: six
 * respondents of whom five had not used a thing would show one person's mark, and so would a table that grew by one.
 */
function respondentsShown(
  steps: readonly StepCounts[],
  form: FormId,
  least: number,
): (item: ScaleItem, place: number) => ShownItem {
  // What each step adds is the difference of two tallies.
  const plan = countingPlan(form);
  const sums: MarkTally[] = [];
  let tally = emptyTally(plan.items.length);
  for (const { counts } of steps) {
    tally = addTallies(tally, tallyOfCells(plan, counts));
    sums.push(tally);
  }
  return (item, place) => {
    let shown: ShownItem = { value: null, respondents: 0 };
    let [weight, respondents] = [0, 0];
    for (const [at, sum] of sums.entries()) {
      respondents += steps[at]?.respondents ?? 0;
      const value = distributionFromTally(item, sum, place);
      if (weightOf(form, value) - weight < least) continue;
      weight = weightOf(form, value);
      shown = { value, respondents };
    }
    return shown;
  };
}

/** Staff: "vet inte" is part of the picture the team talks about, so it counts towards the three. */
function weightOf(form: FormId, distribution: Distribution): number {
  return form === 'reflection' ? markedCount(distribution) : distribution.rated;
}
