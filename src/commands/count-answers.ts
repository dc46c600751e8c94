import type { FormId } from '#instruments/form.ts';
import { newestStep, unlistedAnswers, waitingAnswers } from '#projections/answer-steps.ts';
import type { Ledger } from '#projections/ledger.ts';
import { roundsOf, roundViews } from '#projections/round-views.ts';
import { hasSteps } from '#projections/step-lists.ts';
import { leastShown } from '#projections/suppression.ts';
import type { RoundView } from '#projections/views.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { Edit } from '#records/edit.ts';
import type { SpeglaRecord } from '#records/record.ts';
import { newRecord, type CommandDeps, type Result } from './command-deps.ts';

/** An edit's ids, as text, stay well within an envelope. */
const idsPerEdit = 4_000;

/**
 * Lists the answers that a closing makes visible, when the last open round of a form's year closes: what comes later
 * waits for a step of its own. As long as another round is open nothing is shown, so there is nothing to list yet. The
 * team's own marks are shown by a reveal, not by a closing.
 */
export function listAtClosing(
  ledger: Ledger,
  round: string,
  deps: CommandDeps,
): readonly SpeglaRecord[] {
  const view = roundViews(ledger).find(({ id }) => id === round);
  if (view === undefined || view.closed || view.form === 'reflection') return [];
  const together = roundsOf(ledger, view.form, view.year);
  if (together.some(({ id, closed }) => !closed && id !== round)) return [];
  return listUnlisted(ledger, together, deps);
}

/** Takes in what came after the closing; refused while fewer than may be shown wait. */
export function countLaterAnswers(
  ledger: Ledger,
  form: FormId,
  year: number,
  deps: CommandDeps,
): Result<readonly SpeglaRecord[], 'tooFew'> {
  const rounds = roundsOf(ledger, form, year);
  if (waitingAnswers(ledger, rounds) < leastShown(ledger.book)) return { ok: false, why: 'tooFew' };
  return { ok: true, value: listUnlisted(ledger, rounds, deps) };
}

/** Also an empty list is written: it is what makes later answers wait. */
function listUnlisted(
  ledger: Ledger,
  rounds: readonly RoundView[],
  deps: CommandDeps,
): readonly SpeglaRecord[] {
  const step = newestStep(ledger.book, rounds) + 1;
  return rounds.flatMap((round) => {
    const ids = unlistedAnswers(ledger, round);
    if (ids.length === 0 && hasSteps(ledger.book, round.id)) return [];
    const parts = Math.max(1, Math.ceil(ids.length / idsPerEdit));
    return Array.from({ length: parts }, (_, part) => {
      const body: Edit = {
        v: 1,
        path: bookPaths.countedIds(round.id, step, deps.newId()),
        value: ids.slice(part * idsPerEdit, (part + 1) * idsPerEdit),
        replaces: [],
        at: deps.now(),
        by: deps.device,
      };
      // Under its round, unlike the rest of the book: a purge of the round takes the ids away too.
      return newRecord(deps, 'edit', round.id, body);
    });
  });
}
