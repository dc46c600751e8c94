import type { Ledger } from '#projections/ledger.ts';
import { bookPaths, type TextField } from '#records/book-paths.ts';
import type { SpeglaRecord } from '#records/record.ts';
import { newRecord, type CommandDeps } from './command-deps.ts';
import { setField, type EditIds } from './set-field.ts';

/**
 * Notes what the team does with one free text: hides it, chooses it as a quote, or puts a masked text in its place
 * (an empty one brings the original back). `base`: the edits that were seen, as for `setField`. Nothing where the round holds no such text, or it is noted already.
 */
export function noteText(
  { book, textIds }: Ledger,
  note: { readonly round: string; readonly text: string } & (
    | { readonly field: Exclude<TextField, 'masked'>; readonly value: boolean }
    | { readonly field: 'masked'; readonly value: string }
  ),
  deps: CommandDeps,
  base?: EditIds,
): readonly SpeglaRecord[] {
  const { round, text, field, value } = note;
  if (textIds.get(round)?.includes(text) !== true) return [];
  const path = bookPaths.textNote(round, text, field);
  const isUntouched = book.field(path) === undefined;
  if (isUntouched && value === (field === 'masked' ? '' : false)) return [];
  return setField(book, path, value, deps, base);
}

/** Logs that something was done about a worrying answer: the day and the action, never the text. */
export function logWorry(
  entry: { readonly day: string; readonly action: string },
  deps: CommandDeps,
): readonly SpeglaRecord[] {
  const path = bookPaths.worryLog(deps.newId());
  const value = { day: entry.day, action: entry.action };
  const body = { v: 1 as const, path, value, replaces: [], at: deps.now(), by: deps.device };
  return [newRecord(deps, 'edit', null, body)];
}
