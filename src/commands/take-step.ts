import { minRevealRespondents } from '#projections/suppression.ts';
import { countedRespondents } from '#projections/counted-answers.ts';
import type { Ledger } from '#projections/ledger.ts';
import { roundsOf, roundViews } from '#projections/round-views.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { Fact } from '#records/fact.ts';
import type { SpeglaRecord } from '#records/record.ts';
import { listAtClosing } from './count-answers.ts';
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
 * Shows the team its spread, once and for all, and ends the intake; not before enough have answered, over all rounds
 * of the same form and year, which are counted together.
 */
export function revealRound(
  ledger: Ledger,
  round: string,
  today: string,
  deps: CommandDeps,
): Result<readonly SpeglaRecord[], 'tooFew'> {
  const view = roundViews(ledger).find(({ id }) => id === round);
  const together = view === undefined ? [] : roundsOf(ledger, view.form, view.year);
  const answered = together.reduce((sum, each) => sum + countedRespondents(ledger, each), 0);
  if (answered < minRevealRespondents) return { ok: false, why: 'tooFew' };
  const steps = takeStep(ledger, round, 'revealed', deps);
  return { ok: true, value: [...steps, ...endIntake(ledger, round, today, deps)] };
}
