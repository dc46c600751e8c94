import type { Ledger } from '#projections/ledger.ts';
import { roundViews } from '#projections/round-views.ts';
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
  /** How many of the ids are respondents, not free texts. */
  readonly respondents: number;
  /** For show: the hours meant. */
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

/**
 * `revealed`: the team has seen its spread, and the difference would tell who marked what. `tooFew`: the results are
 * shown, and the difference between two of them would show fewer persons' answers than this centre shows. `empty`: no answers.
 */
export type SetAsideRefusal = 'revealed' | 'tooFew' | 'empty';

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
  const refusal = refusalOf(ledger, round, intent.respondents);
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
  group: { readonly id: string; readonly round: string; readonly respondents: number },
  counts: boolean,
  deps: CommandDeps,
): Result<readonly SpeglaRecord[], SetAsideRefusal> {
  const refusal = refusalOf(ledger, group.round, group.respondents);
  if (refusal !== null) return { ok: false, why: refusal };
  const path = bookPaths.setAsideRemoved(group.round, group.id);
  if (ledger.book.field(path) === undefined && !counts) return { ok: true, value: [] };
  return { ok: true, value: setField(ledger.book, path, counts, deps) };
}

/** What is shown may not change by fewer persons than may be shown. Free texts alone change no number. */
function refusalOf(ledger: Ledger, round: string, respondents: number): SetAsideRefusal | null {
  const view = roundViews(ledger).find(({ id }) => id === round);
  if (view === undefined) return 'empty';
  if (respondents === 0) return null;
  if (view.form === 'reflection') return view.revealed ? 'revealed' : null;
  return view.closed && respondents < leastShown(ledger.book) ? 'tooFew' : null;
}
