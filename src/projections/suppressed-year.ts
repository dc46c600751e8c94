import { countedItemsOf, type FormId, type ScaleItem } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import type { MarksAnswer } from '#records/answer.ts';
import type { Book } from '#records/merge.ts';
import { answerSteps } from './answer-steps.ts';
import { countedAnswers } from './counted-answers.ts';
import { distributionOf, markedCount } from './distribution.ts';
import type { HistoryYear } from './history-year.ts';
import { seriesOfRounds, type Series } from './item-series.ts';
import type { Ledger } from './ledger.ts';
import { respondentShare, type RespondentShare } from './respondent-share.ts';
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
  shareOf(items: readonly string[]): RespondentShare | null;
}

/** Suppresses one form's rounds of a year, which count together. */
export function suppressedYear(
  ledger: Ledger,
  form: FormId,
  rounds: readonly RoundView[],
): SuppressedYear {
  const answered = rounds.reduce((sum, round) => sum + countedAnswers(ledger, round).length, 0);
  const waits = whyWaiting(ledger, form, rounds);
  const least = form === 'reflection' ? minRevealRespondents : leastShown(ledger.book);
  const why = waits ?? (answered === 0 ? 'nothing' : answered < least ? 'tooFew' : undefined);
  const steps = why === undefined ? answerSteps(ledger, rounds) : [];
  const items = new Map<string, Shown<Distribution>>();
  const missing = new Map<string, number>();
  /** By shown item: the respondents behind it. */
  const behind = new Map<string, readonly MarksAnswer[]>();
  for (const item of countedItemsOf(currentForm(form))) {
    const respondents = why === undefined ? respondentsShown(steps, item, form, least) : [];
    if (respondents.length === 0) {
      items.set(item.id, { shown: false, why: why ?? 'tooFew' });
      continue;
    }
    const value = spreadOf(item, respondents);
    items.set(item.id, { shown: true, value });
    missing.set(item.id, respondents.length - markedCount(value));
    behind.set(item.id, respondents);
  }
  const keys = rounds.flatMap(({ id }) => ledger.roundKeys.get(id) ?? []);
  return {
    answered,
    closed: waits === undefined,
    items,
    missing,
    series: seriesOfRounds(form, keys),
    shareOf: (of) => sharesOver(behind, of),
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
  const withAnswers = rounds.filter((round) => countedAnswers(ledger, round).length > 0);
  return withAnswers.some(({ revealed }) => !revealed) ? 'notRevealed' : undefined;
}

/**
 * The respondents whose marks of an item are shown. Each time something is added, at least six must have rated the item
 * itself: six respondents of whom five had not used a thing would show one person's mark, and so would a table that
 * grew by one.
 */
function respondentsShown(
  steps: readonly (readonly MarksAnswer[])[],
  item: ScaleItem,
  form: FormId,
  least: number,
): readonly MarksAnswer[] {
  const shown: MarksAnswer[] = [];
  let waiting: MarksAnswer[] = [];
  for (const step of steps) {
    waiting.push(...step);
    if (weightOf(form, spreadOf(item, waiting)) < least) continue;
    shown.push(...waiting);
    waiting = [];
  }
  return shown;
}

/** Staff: "vet inte" is part of the picture the team talks about, so it counts towards the three. */
function weightOf(form: FormId, distribution: Distribution): number {
  return form === 'reflection' ? markedCount(distribution) : distribution.rated;
}

function spreadOf(item: ScaleItem, respondents: readonly MarksAnswer[]): Distribution {
  return distributionOf(
    item,
    respondents.map(({ marks }) => marks[item.id]),
  );
}

/** Each respondent enters with the marks that are shown, and no other. */
function sharesOver(
  behind: ReadonlyMap<string, readonly MarksAnswer[]>,
  items: readonly string[],
): RespondentShare {
  const marks = new Map<MarksAnswer, MarksAnswer['marks'][string][]>();
  for (const item of items) {
    for (const answer of behind.get(item) ?? []) {
      const mark = answer.marks[item];
      if (mark === undefined) continue;
      const ofOne = marks.get(answer);
      if (ofOne === undefined) marks.set(answer, [mark]);
      else ofOne.push(mark);
    }
  }
  return respondentShare(marks.values());
}
