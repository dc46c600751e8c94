import type { FormId, ScaleItem } from '#instruments/form.ts';
import type { Book } from '#records/merge.ts';
import { answersOnTheirWay, answerSteps, roundsShown, waitingAnswers } from './answer-steps.ts';
import { countedRespondents } from './counted-answers.ts';
import { countingPlan, tallyOfCells } from './counting-plan.ts';
import { distributionFromTally, markedCount } from './distribution.ts';
import type { HistoryYear } from './history-year.ts';
import { seriesOfRounds, type Series } from './item-series.ts';
import type { Ledger } from './ledger.ts';
import { addTallies, emptyTally, type MarkTally } from './mark-tally.ts';
import type { StepCounts } from './step-counts.ts';
import { stepsBehind, type Raters } from './steps-behind.ts';
import { leastShown, minRevealRespondents, minShownRespondents } from './suppression.ts';
import type { Distribution, RoundView, Shown, Withheld } from './views.ts';

/** What of some rounds' answers may be seen: for `formYear` only. */
export interface SuppressedYear {
  /** Respondents that count. Once something is shown, those of the steps that are: who came later, or is on the way, is not. */
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
  const waits = whyWaiting(ledger, form, rounds);
  const seen = roundsShown(ledger, rounds);
  const listed = waits === undefined ? answerSteps(ledger, seen) : [];
  const onTheirWay = waits === undefined ? answersOnTheirWay(ledger, seen) : 0;
  const all = rounds.reduce((sum, round) => sum + countedRespondents(ledger, round), 0);
  const answered =
    waits !== undefined
      ? all
      : listed.length > 0
        ? listed.reduce((sum, { respondents }) => sum + respondents, 0)
        : all - waitingAnswers(ledger, rounds) + onTheirWay;
  const least = form === 'reflection' ? minRevealRespondents : leastShown(ledger.book);
  const why =
    waits ??
    (answered === 0
      ? 'nothing'
      : listed.length === 0 && onTheirWay > 0
        ? 'onTheWay'
        : answered < least
          ? 'tooFew'
          : undefined);
  const steps = why === undefined ? listed : [];
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
  const holds = rounds.some((round) => countedRespondents(ledger, round) > 0);
  return holds && !rounds.some(({ revealed }) => revealed) ? 'notRevealed' : undefined;
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
  const plan = countingPlan(form);
  const fewest = form === 'reflection' ? minRevealRespondents : minShownRespondents;
  const sums: MarkTally[] = [];
  let tally = emptyTally(plan.items.length);
  const counted = steps.map(({ respondents, counts, left }) => {
    const standing = tallyOfCells(plan, counts);
    tally = addTallies(tally, standing);
    sums.push(tally);
    const ofLeft = [...left].map(
      ([group, of]) => [group, of, tallyOfCells(plan, of.counts)] as const,
    );
    return { respondents, standing, left: ofLeft };
  });
  return (item, place) => {
    const raters = (respondents: number, of: MarkTally): Raters => ({
      respondents,
      weight: weightOf(form, distributionFromTally(item, of, place)),
    });
    const ofSteps = counted.map(({ respondents, standing, left }) => ({
      standing: raters(respondents, standing),
      left: new Map(left.map(([group, of, ofGroup]) => [group, raters(of.respondents, ofGroup)])),
    }));
    const behind = stepsBehind(ofSteps, fewest, least);
    const sum = sums[behind - 1];
    if (sum === undefined) return { value: null, respondents: 0, steps: 0 };
    const respondents = steps.slice(0, behind).reduce((all, step) => all + step.respondents, 0);
    return { value: distributionFromTally(item, sum, place), respondents, steps: behind };
  };
}

/** Staff: "vet inte" is part of the picture the team talks about, so it counts towards the three. */
function weightOf(form: FormId, distribution: Distribution): number {
  return form === 'reflection' ? markedCount(distribution) : distribution.rated;
}
