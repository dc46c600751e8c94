import type { Ledger } from '#projections/ledger.ts';
import { roundViews } from '#projections/round-views.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { SpeglaRecord } from '#records/record.ts';
import type { CommandDeps, Result } from './command-deps.ts';
import { setField } from './set-field.ts';

/**
 * Lets a closed round's mailbox take what was collected before the closing until a day (YYYY-MM-DD). Nobody answers
 * anew: the page stays closed. `revealed`: the team has seen its spread, and one mark more would show whose it is.
 */
export function reopenIntake(
  ledger: Ledger,
  round: string,
  until: string,
  deps: CommandDeps,
): Result<readonly SpeglaRecord[], 'revealed' | 'notClosed'> {
  const view = roundViews(ledger).find(({ id }) => id === round);
  if (view?.form === 'reflection' && view.revealed) return { ok: false, why: 'revealed' };
  if (view?.closed !== true) return { ok: false, why: 'notClosed' };
  return { ok: true, value: setField(ledger.book, bookPaths.roundLateUntil(round), until, deps) };
}
