import { roundOfPath } from '#records/book-paths.ts';
import { canonicalJson, type JsonValue } from '#records/json.ts';
import type { Book } from '#records/merge.ts';
import type { SpeglaRecord } from '#records/record.ts';
import { newRecord, type CommandDeps } from './command-deps.ts';

/** The edits that somebody saw, and that what they write stands in for. */
export type EditIds = readonly string[];

/**
 * Sets a field. `base`: the edits that the writer saw when they began; what others wrote since then stays beside this as
 * a second head, for a person to settle. Without it every head that stands now is replaced: that is for a tap on what
 * the screen shows, and it settles a field where two wrote at once. Nothing where the one head says the same already.
 */
export function setField(
  book: Book,
  path: string,
  value: JsonValue,
  deps: CommandDeps,
  base?: EditIds,
): readonly SpeglaRecord[] {
  const heads = book.field(path)?.heads ?? [];
  const [only] = heads;
  if (
    heads.length === 1 &&
    only !== undefined &&
    canonicalJson(only.value) === canonicalJson(value)
  ) {
    return [];
  }
  const replaces = [...(base ?? heads.flatMap((head) => head.ids))];
  const body = { v: 1, path, value, replaces, at: deps.now(), by: deps.device } as const;
  return [newRecord(deps, 'edit', roundOfPath(path), body)];
}

/** Sets several fields at once. */
export function setFields(
  book: Book,
  values: Readonly<Record<string, JsonValue>>,
  deps: CommandDeps,
): readonly SpeglaRecord[] {
  return Object.entries(values).flatMap(([path, value]) => setField(book, path, value, deps));
}
