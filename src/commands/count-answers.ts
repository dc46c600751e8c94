import type { FormId } from '#instruments/form.ts';
import { newestStep, unlistedAnswers } from '#projections/answer-steps.ts';
import { mayCountLater } from '#projections/later-answers.ts';
import type { Ledger } from '#projections/ledger.ts';
import { roundsOf, roundViews } from '#projections/round-views.ts';
import { hasSteps, shownTextIds } from '#projections/step-lists.ts';
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

/**
 * Lists the answers and the comments that a reveal makes visible, over all rounds of the team's year: what comes later
 * waits for a step of its own, or one colleague's mark would be the difference.
 */
export function listAtReveal(
  ledger: Ledger,
  together: readonly RoundView[],
  deps: CommandDeps,
): readonly SpeglaRecord[] {
  // What was revealed before there were lists is the first step.
  const older = together.filter(({ id, revealed }) => revealed && !hasSteps(ledger.book, id));
  const others = together.filter((round) => !older.includes(round));
  const step = newestStep(ledger.book, together) + 1;
  return [
    ...listUnlisted(ledger, older, deps, 1),
    ...listUnlisted(ledger, others, deps, older.length > 0 ? Math.max(2, step) : step),
  ];
}

/** Takes in what came after the closing; refused while fewer wait than may be shown by themselves. */
export function countLaterAnswers(
  ledger: Ledger,
  form: FormId,
  year: number,
  deps: CommandDeps,
): Result<readonly SpeglaRecord[], 'tooFew'> {
  const rounds = roundsOf(ledger, form, year);
  if (!mayCountLater(ledger, form, year)) return { ok: false, why: 'tooFew' };
  return { ok: true, value: listUnlisted(ledger, rounds, deps) };
}

/** Also an empty list is written: it is what makes later answers wait. */
function listUnlisted(
  ledger: Ledger,
  rounds: readonly RoundView[],
  deps: CommandDeps,
  step = newestStep(ledger.book, rounds) + 1,
): readonly SpeglaRecord[] {
  return rounds.flatMap((round) => {
    const list = (ids: readonly string[], pathOf: typeof bookPaths.countedIds): SpeglaRecord[] => {
      const parts = Math.max(1, Math.ceil(ids.length / idsPerEdit));
      return Array.from({ length: parts }, (_, part) => {
        const body: Edit = {
          v: 1,
          path: pathOf(round.id, step, deps.newId()),
          value: ids.slice(part * idsPerEdit, (part + 1) * idsPerEdit),
          replaces: [],
          at: deps.now(),
          by: deps.device,
        };
        // Under its round, unlike the rest of the book: a purge of the round takes the ids away too.
        return newRecord(deps, 'edit', round.id, body);
      });
    };
    const ids = unlistedAnswers(ledger, round);
    const texts = unlistedComments(ledger, round);
    const isNews = ids.length > 0 || !hasSteps(ledger.book, round.id);
    return [
      ...(isNews ? list(ids, bookPaths.countedIds) : []),
      ...(texts.length > 0 ? list(texts, bookPaths.shownTextIds) : []),
    ];
  });
}

/** Parents' words are read as they come: only colleagues' wait for the reveal. */
function unlistedComments(ledger: Ledger, { id, form }: RoundView): readonly string[] {
  if (form !== 'reflection') return [];
  const seen = shownTextIds(ledger.book, id);
  return (ledger.textIds.get(id) ?? []).filter((text) => seen?.has(text) !== true);
}
