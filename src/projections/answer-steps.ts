import type { MarksAnswer } from '#records/answer.ts';
import type { Book } from '#records/merge.ts';
import { hasRow } from './answer-rows.ts';
import type { Ledger } from './ledger.ts';
import { countedCount, unlistedIds, waitingCount, type RoundAnswers } from './round-answers.ts';
import {
  answersOfStep,
  leftCount,
  listedAmong,
  stepsOf,
  type Counted,
  type StepCounts,
} from './step-counts.ts';
import { countedPrefix, hasSteps } from './step-lists.ts';
import type { RoundView } from './views.ts';

/**
 * The counts of a form's year in the steps in which its answers were taken into what is shown, first step first. At
 * closing, whoever closes lists the answers that are there; what reaches the team later waits for a step of its own, so
 * that what is shown never changes by one. Where no list was written, all answers of a round belong to the first step.
 * A step of which something is not on this device yet is left out, and every later one: else it would grow by what comes.
 */
export function answerSteps(ledger: Ledger, rounds: readonly RoundView[]): readonly StepCounts[] {
  const steps = listedSteps(ledger, rounds);
  const unfinished = steps.findIndex(({ missing }) => missing > 0);
  return unfinished === -1 ? steps : steps.slice(0, unfinished);
}

/** How many answers were listed and are not on this device yet. */
export function answersOnTheirWay(ledger: Ledger, rounds: readonly RoundView[]): number {
  return listedSteps(ledger, rounds).reduce((sum, { missing }) => sum + missing, 0);
}

function listedSteps(ledger: Ledger, rounds: readonly RoundView[]): readonly StepCounts[] {
  const byName = new Map<string, StepCounts>();
  for (const answers of answersOf(ledger, rounds)) {
    for (const step of stepsOf(answers)) {
      const before = byName.get(step.name);
      byName.set(step.name, before === undefined ? step : sumOf(before, step));
    }
  }
  return [...byName.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * The rounds of a form's year that are shown together: for the team's own those that were revealed. What a round that was
 * opened after the reveal holds waits for one of its own.
 */
export function roundsShown(ledger: Ledger, rounds: readonly RoundView[]): readonly RoundView[] {
  const isSeen = rounds.some(({ revealed }) => revealed);
  // The lists of all are written before the first step is taken: none is shown without the others.
  return rounds.filter(
    ({ form, id, revealed }) =>
      form !== 'reflection' || revealed || (isSeen && hasSteps(ledger.book, id)),
  );
}

/**
 * The answers of a step one by one, for what no counts are kept of (groups of respondents, and own questions): those that
 * stand, or one group's of its `left`.
 */
export function answersIn(
  ledger: Ledger,
  rounds: readonly RoundView[],
  step: StepCounts,
  group: string | null = null,
): readonly MarksAnswer[] {
  const counted = group === null ? step : step.left.get(group);
  if (counted === undefined) return [];
  const known = knownAnswers.get(counted.counts);
  if (known !== undefined) return known;
  const found = answersOf(ledger, rounds).flatMap((answers) =>
    answersOfStep(answers, step.name, group),
  );
  knownAnswers.set(counted.counts, found);
  return found;
}

/** Counts are another array as soon as anything of their step changes. */
const knownAnswers = new WeakMap<Uint32Array, readonly MarksAnswer[]>();

/** The record ids of a round's counted answers that are on no list: all of them where the round has none. */
export function unlistedAnswers(ledger: Ledger, round: RoundView): readonly string[] {
  return answersOf(ledger, [round]).flatMap(unlistedIds);
}

/** How many answers came after the closing, or for the team's own after the reveal, and are in no step yet. */
export function waitingAnswers(ledger: Ledger, rounds: readonly RoundView[]): number {
  const seen = new Set(roundsShown(ledger, rounds));
  return rounds.reduce((sum, round) => {
    const answers = ledger.answers.get(round.id);
    if (answers === undefined) return sum;
    if (round.form !== 'reflection') return sum + (round.closed ? waitingCount(answers) : 0);
    if (seen.size === 0) return 0;
    return sum + (seen.has(round) ? waitingCount(answers) : countedCount(answers));
  }, 0);
}

/** How many answers were set aside after they had been listed. */
export function answersLeft(ledger: Ledger, rounds: readonly RoundView[]): number {
  return answersOf(ledger, rounds).reduce((sum, answers) => sum + leftCount(answers), 0);
}

/** Which of some ids are answers of a round, and no free texts. */
export function answersAmong(
  ledger: Ledger,
  round: string,
  ids: readonly string[],
): readonly string[] {
  const answers = ledger.answers.get(round);
  return answers === undefined ? [] : ids.filter((id) => hasRow(answers.rows, id));
}

/** Which of some ids a round's results count, or did until they were set aside. */
export function listedAnswers(
  ledger: Ledger,
  round: string,
  ids: readonly string[],
): readonly string[] {
  const answers = ledger.answers.get(round);
  return answers === undefined ? [] : listedAmong(answers, ids);
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
  // A group that was set aside belongs to one round.
  const left = new Map<string, Counted>([...one.left, ...other.left]);
  return {
    name: one.name,
    respondents: one.respondents + other.respondents,
    counts: one.counts.map((count, at) => count + (other.counts[at] ?? 0)),
    left,
    missing: one.missing + other.missing,
  };
}
