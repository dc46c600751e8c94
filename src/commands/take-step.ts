import { waitingAnswers } from '#projections/answer-steps.ts';
import { countedRespondents } from '#projections/counted-answers.ts';
import type { Ledger } from '#projections/ledger.ts';
import { roundsOf, roundViews } from '#projections/round-views.ts';
import { minRevealRespondents } from '#projections/suppression.ts';
import type { RoundView } from '#projections/views.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { Fact } from '#records/fact.ts';
import type { SpeglaRecord } from '#records/record.ts';
import { listAtClosing, listAtReveal } from './count-answers.ts';
import { newRecord, type CommandDeps, type Result } from './command-deps.ts';
import { setField } from './set-field.ts';

/** Takes a one-way step of a round; nothing where it has been taken. */
function takeStep(
  ledger: Ledger,
  round: string,
  what: Fact['what'],
  deps: CommandDeps,
): readonly SpeglaRecord[] {
  if (ledger.facts.get(round)?.has(what) === true) return [];
  return [newRecord(deps, 'fact', round, { v: 1, what, at: deps.now(), by: deps.device })];
}

/**
 * Closes a round: from now on its results are shown, and nobody begins to answer, so that the results do not change by one; what reaches the team later waits for a step of six. Also notes about how many families came, where known. `today` is YYYY-MM-DD.
 */
export function closeRound(
  ledger: Ledger,
  round: string,
  families: number | null,
  today: string,
  deps: CommandDeps,
): readonly SpeglaRecord[] {
  const noted =
    families === null ? [] : setField(ledger.book, bookPaths.roundFamilies(round), families, deps);
  return [
    ...listAtClosing(ledger, round, deps),
    ...takeStep(ledger, round, 'closed', deps),
    ...endIntake(ledger, round, today, deps),
    ...noted,
  ];
}

/** A closing date that lies ahead becomes today. */
function endIntake(
  ledger: Ledger,
  round: string,
  today: string,
  deps: CommandDeps,
): readonly SpeglaRecord[] {
  const closes = ledger.book.value(bookPaths.roundCloses(round));
  const opens = ledger.book.value(bookPaths.roundOpens(round));
  const isAhead = typeof closes === 'string' && closes > today;
  if (!isAhead || (typeof opens === 'string' && opens > today)) return [];
  return setField(ledger.book, bookPaths.roundCloses(round), today, deps);
}

/**
 * Shows the team its spread, one way, and ends the intake: of all rounds of the round's form and year, which are counted
 * together. Not before enough have answered whom the team has not seen: what comes after a reveal waits for the next.
 */
export function revealRound(
  ledger: Ledger,
  round: string,
  today: string,
  deps: CommandDeps,
): Result<readonly SpeglaRecord[], 'tooFew'> {
  const view = roundViews(ledger).find(({ id }) => id === round);
  const together = view === undefined ? [] : roundsOf(ledger, view.form, view.year);
  const fresh = freshAnswers(ledger, together);
  const isDone = view?.revealed === true && fresh === 0;
  if (!isDone && fresh < minRevealRespondents) return { ok: false, why: 'tooFew' };
  const lists = isDone ? [] : listAtReveal(ledger, together, deps);
  // The lists come first: a device that has got the step, and not yet a list, would show all that it holds.
  const steps = isDone ? [] : together.flatMap(({ id }) => takeStep(ledger, id, 'revealed', deps));
  const ends = together.flatMap(({ id }) => endIntake(ledger, id, today, deps));
  return { ok: true, value: [...lists, ...steps, ...ends] };
}

/** How many have answered whom the team has not seen. */
function freshAnswers(ledger: Ledger, rounds: readonly RoundView[]): number {
  if (rounds.some(({ revealed }) => revealed)) return waitingAnswers(ledger, rounds);
  return rounds.reduce((sum, round) => sum + countedRespondents(ledger, round), 0);
}
