import type { MarksAnswer } from '#records/answer.ts';
import type { Book } from '#records/merge.ts';
import type { Ledger } from './ledger.ts';
import {
  answersOfStep,
  stepsOf,
  unlistedIds,
  waitingCount,
  type RoundAnswers,
  type StepCounts,
} from './round-answers.ts';
import { countedPrefix } from './step-lists.ts';
import type { RoundView } from './views.ts';

/**
 * The counts of a form's year in the steps in which its answers were taken into what is shown, first step first. At
 * closing, whoever closes lists the answers that are there; what reaches the team later waits for a step of its own, so
 * that what is shown never changes by one. Where no list was written, all answers of a round belong to the first step.
 */
export function answerSteps(ledger: Ledger, rounds: readonly RoundView[]): readonly StepCounts[] {
  const byName = new Map<string, StepCounts>();
  for (const answers of answersOf(ledger, rounds)) {
    for (const step of stepsOf(answers)) {
      const before = byName.get(step.name);
      byName.set(step.name, before === undefined ? step : sumOf(before, step));
    }
  }
  return [...byName.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The answers of a step one by one, for what no counts are kept of: groups of respondents, and own questions. */
export function answersIn(
  ledger: Ledger,
  rounds: readonly RoundView[],
  step: StepCounts,
): readonly MarksAnswer[] {
  const known = knownAnswers.get(step.counts);
  if (known !== undefined) return known;
  const found = answersOf(ledger, rounds).flatMap((answers) => answersOfStep(answers, step.name));
  knownAnswers.set(step.counts, found);
  return found;
}

/** Counts are another array as soon as anything of their step changes. */
const knownAnswers = new WeakMap<Uint32Array, readonly MarksAnswer[]>();

/** The record ids of a round's counted answers that are on no list: all of them where the round has none. */
export function unlistedAnswers(ledger: Ledger, round: RoundView): readonly string[] {
  return answersOf(ledger, [round]).flatMap(unlistedIds);
}

/** How many answers came after the closing and are in no step yet. */
export function waitingAnswers(ledger: Ledger, rounds: readonly RoundView[]): number {
  const closed = rounds.filter(({ closed }) => closed);
  return answersOf(ledger, closed).reduce((sum, answers) => sum + waitingCount(answers), 0);
}

/** The number of the newest step that any of the rounds has, 0 where none was written. */
export function newestStep(book: Book, rounds: readonly { readonly id: string }[]): number {
  const numbers = rounds.flatMap(({ id }) =>
    book.paths(countedPrefix(id)).map((path) => Number(path.split('/')[3])),
  );
  return Math.max(0, ...numbers.filter((number) => Number.isSafeInteger(number)));
}

function answersOf(ledger: Ledger, rounds: readonly RoundView[]): readonly RoundAnswers[] {
  return rounds.flatMap(({ id }) => ledger.answers.get(id) ?? []);
}

/** Two rounds of a form's year are counted together; both have the cells of the same plan. */
function sumOf(one: StepCounts, other: StepCounts): StepCounts {
  const counts = one.counts.map((count, at) => count + (other.counts[at] ?? 0));
  return { name: one.name, respondents: one.respondents + other.respondents, counts };
}
