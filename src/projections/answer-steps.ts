import type { MarksAnswer } from '#records/answer.ts';
import type { Book } from '#records/merge.ts';
import { isCountedAnswer } from './counted-answers.ts';
import type { Ledger } from './ledger.ts';
import { compareText } from './round-views.ts';
import type { RoundView } from './views.ts';

/**
 * The answers of a form's year in the steps in which they were taken into what is shown, first step first. At closing,
 * whoever closes lists the answers that are there; what reaches the team later waits for a step of its own, so that
 * what is shown never changes by one. Where no list was written, all answers of a round belong to the first step.
 */
export function answerSteps(
  ledger: Ledger,
  rounds: readonly RoundView[],
): readonly (readonly MarksAnswer[])[] {
  const byStep = new Map<string, MarksAnswer[]>();
  for (const round of rounds) {
    const steps = stepsById(ledger.book, round.id);
    const ids = ledger.markIds.get(round.id) ?? [];
    for (const [at, answer] of (ledger.marks.get(round.id) ?? []).entries()) {
      if (!isCountedAnswer(answer, round.form)) continue;
      const step = steps === null ? firstStep : steps.get(ids[at] ?? '');
      if (step === undefined) continue;
      const answers = byStep.get(step);
      if (answers === undefined) byStep.set(step, [answer]);
      else answers.push(answer);
    }
  }
  return [...byStep].toSorted(([a], [b]) => compareText(a, b)).map(([, answers]) => answers);
}

/** The record ids of a round's counted answers that are on no list: all of them where the round has none. */
export function unlistedAnswers(ledger: Ledger, round: RoundView): readonly string[] {
  const steps = stepsById(ledger.book, round.id);
  const answers = ledger.marks.get(round.id) ?? [];
  return (ledger.markIds.get(round.id) ?? []).filter((id, at) => {
    const answer = answers[at];
    return answer !== undefined && isCountedAnswer(answer, round.form) && steps?.has(id) !== true;
  });
}

/** How many answers came after the closing and are in no step yet. */
export function waitingAnswers(ledger: Ledger, rounds: readonly RoundView[]): number {
  return rounds
    .filter(({ id, closed }) => closed && hasSteps(ledger.book, id))
    .reduce((sum, round) => sum + unlistedAnswers(ledger, round).length, 0);
}

/** Whether what a round's results count was ever listed. */
export function hasSteps(book: Book, round: string): boolean {
  return book.paths(countedPrefix(round)).length > 0;
}

/** The number of the newest step that any of the rounds has, 0 where none was written. */
export function newestStep(book: Book, rounds: readonly { readonly id: string }[]): number {
  const numbers = rounds.flatMap(({ id }) =>
    book.paths(countedPrefix(id)).map((path) => Number(path.split('/')[3])),
  );
  return Math.max(0, ...numbers.filter((number) => Number.isSafeInteger(number)));
}

/** Sorts as a number does, up to 999,999 steps. */
const stepDigits = 6;
const firstStep = stepName(1, '');

function stepName(number: number, list: string): string {
  return `${String(number).padStart(stepDigits, '0')} ${list}`;
}

/** By answer: its step's name. Null where the round has no list. An answer on two lists belongs to the earlier. */
function stepsById(book: Book, round: string): ReadonlyMap<string, string> | null {
  if (!hasSteps(book, round)) return null;
  const paths = book.paths(countedPrefix(round));
  const byId = new Map<string, string>();
  for (const path of paths) {
    const [, , , number = '', list = ''] = path.split('/');
    const ids = book.value(path);
    if (!/^\d{1,6}$/.test(number) || !Array.isArray(ids)) continue;
    // The first step is one, whichever devices closed: two that close at once have both shown theirs.
    const step = Number(number) === 1 ? firstStep : stepName(Number(number), list);
    for (const id of ids) {
      if (typeof id !== 'string') continue;
      const before = byId.get(id);
      if (before === undefined || compareText(step, before) < 0) byId.set(id, step);
    }
  }
  return byId;
}

function countedPrefix(round: string): string {
  return `rounds/${round}/counted/`;
}
