import { answersAmong, listedAnswers } from '#projections/answer-steps.ts';
import type { Ledger } from '#projections/ledger.ts';
import { roundViews } from '#projections/round-views.ts';
import { setAsideGroups, type SetAsideGroup } from '#projections/set-aside.ts';
import { hasSteps } from '#projections/step-lists.ts';
import { leastShown } from '#projections/suppression.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { JsonValue } from '#records/json.ts';
import type { SpeglaRecord } from '#records/record.ts';
import type { CommandDeps, Result } from './command-deps.ts';
import { setField, setFields } from './set-field.ts';

/** Answers that came in a burst, chosen by the hours they came in: never by what they say. */
export interface SetAsideIntent {
  readonly round: string;
  readonly ids: readonly string[];
  /** For show: the hours meant. */
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

/**
 * `revealed`: the team has seen its spread, and the difference would tell who marked what. `tooFew`: the results are
 * shown, and the difference between two of them would show fewer persons' answers than this centre shows. `overlaps`: it
 * shares some of what was shown with another group, and the difference between the two would. `empty`: no answers.
 */
export type SetAsideRefusal = 'revealed' | 'tooFew' | 'overlaps' | 'empty';

/** An edit's ids in all, as text, stay well within an envelope. */
export const idsPerEdit = 4_000;

/** Sets answers aside: from now on they count nowhere. Logged in the book, and to be had back. */
export function setAnswersAside(
  ledger: Ledger,
  intent: SetAsideIntent,
  deps: CommandDeps,
): Result<readonly SpeglaRecord[], SetAsideRefusal> {
  const { round, ids, from, to, why } = intent;
  if (ids.length === 0) return { ok: false, why: 'empty' };
  const refusal = refusalOf(ledger, round, ids, null);
  if (refusal !== null) return { ok: false, why: refusal };
  const group = deps.newId();
  const sorted = ids.toSorted();
  const parts = Math.ceil(sorted.length / idsPerEdit);
  const lists = Array.from({ length: parts }, (_, part): readonly [string, JsonValue] => [
    bookPaths.setAsideIds(round, group, part),
    sorted.slice(part * idsPerEdit, (part + 1) * idsPerEdit),
  ]);
  const about = { [bookPaths.setAsideAbout(round, group)]: { from, to, why } };
  return {
    ok: true,
    value: setFields(ledger.book, { ...Object.fromEntries(lists), ...about }, deps),
  };
}

/** Lets a group's answers count again, or not after all. */
export function countSetAside(
  ledger: Ledger,
  { id, round }: { readonly id: string; readonly round: string },
  counts: boolean,
  deps: CommandDeps,
): Result<readonly SpeglaRecord[], SetAsideRefusal> {
  const group = groupsOf(ledger, round).find((one) => one.id === id);
  if (group === undefined) return { ok: false, why: 'empty' };
  const refusal = refusalOf(ledger, round, group.ids, id);
  if (refusal !== null) return { ok: false, why: refusal };
  const path = bookPaths.setAsideRemoved(group.round, group.id);
  if (ledger.book.field(path) === undefined && !counts) return { ok: true, value: [] };
  return { ok: true, value: setField(ledger.book, path, counts, deps) };
}

/**
 * What is shown may not change by fewer persons than may be shown, whatever else of the round was ever set aside and taken
 * back. Counted here, out of what is listed: what waits, free texts, and children under four change no number.
 */
function refusalOf(
  ledger: Ledger,
  round: string,
  ids: readonly string[],
  group: string | null,
): SetAsideRefusal | null {
  const view = roundViews(ledger).find(({ id }) => id === round);
  if (view === undefined) return 'empty';
  if (view.form === 'reflection') {
    return view.revealed && answersAmong(ledger, round, ids).length > 0 ? 'revealed' : null;
  }
  if (!view.closed && !hasSteps(ledger.book, round)) return null;
  const listed = new Set(listedAnswers(ledger, round, ids));
  if (listed.size === 0) return null;
  if (listed.size < leastShown(ledger.book)) return 'tooFew';
  const others = groupsOf(ledger, round).filter(({ id }) => id !== group);
  const overlaps = others.some((other) => {
    const shared = new Set(listedAnswers(ledger, round, other.ids));
    const common = [...listed].filter((id) => shared.has(id)).length;
    return common > 0 && (common < listed.size || common < shared.size);
  });
  return overlaps ? 'overlaps' : null;
}

function groupsOf({ book }: Ledger, round: string): readonly SetAsideGroup[] {
  return setAsideGroups(book).filter((group) => group.round === round);
}
