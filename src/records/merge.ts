import type { Edit } from './edit.ts';
import { canonicalJson, type JsonValue } from './json.ts';

/** One candidate value of a field. Several edits that say the same are one head. */
export interface Head {
  readonly value: JsonValue;
  /** All edits with this value that nothing replaces. */
  readonly ids: readonly string[];
  /** Of one of these edits, for show. */
  readonly at: string;
  readonly by: string;
}

/** A field's present: one head is the value; more mean that people wrote at once and a tap settles it. */
export interface Field {
  readonly heads: readonly Head[];
}

/** A value that a field has or had, and whether it still stands. */
export interface PastValue extends Omit<Head, 'ids'> {
  readonly id: string;
  readonly stands: boolean;
}

/** The team's shared book: every field that was ever set. */
export interface Book {
  field(path: string): Field | undefined;
  /** All that ever stood in a field: what was replaced comes before what replaced it. Empty if never set. */
  history(path: string): readonly PastValue[];
  /** The value where one is settled; where several stand, the one that every device agrees to show first. */
  value(path: string): JsonValue | undefined;
  /** Paths below a prefix (`goals/`), sorted. */
  paths(prefix: string): readonly string[];
  /** Paths with more than one head. */
  readonly contested: readonly string[];
}

export interface IdentifiedEdit {
  readonly id: string;
  readonly body: Edit;
}

/**
 * Folds edits to multi-value registers: a path's heads are its edits that no other edit of the path replaces.
 * The same set gives the same book, whatever the order, doubling or grouping.
 */
export function foldBook(edits: Iterable<IdentifiedEdit>): Book {
  const byPath = new Map<string, Map<string, Edit>>();
  for (const { id, body } of edits) {
    const ofPath = byPath.get(body.path) ?? new Map<string, Edit>();
    const same = ofPath.get(id);
    // The store keeps one body per id; should two ever meet, every device still picks the same one.
    if (same === undefined || canonicalJson(body) < canonicalJson(same)) ofPath.set(id, body);
    byPath.set(body.path, ofPath);
  }
  const fields = new Map<string, Field>();
  for (const [path, ofPath] of byPath) fields.set(path, { heads: headsOf(ofPath) });
  const sortedPaths = [...fields.keys()].toSorted();
  return {
    field: (path) => fields.get(path),
    history: (path) => historyOf(byPath.get(path) ?? new Map<string, Edit>()),
    value: (path) => fields.get(path)?.heads[0]?.value,
    paths: (prefix) => pathsBelow(sortedPaths, prefix),
    contested: sortedPaths.filter((path) => (fields.get(path)?.heads.length ?? 0) > 1),
  };
}

/** Sorted paths that begin alike stand together: found by halving, since a book of years has thousands. */
function pathsBelow(sorted: readonly string[], prefix: string): readonly string[] {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? '') < prefix) from = middle + 1;
    else to = middle;
  }
  let end = from;
  while (sorted[end]?.startsWith(prefix) === true) end += 1;
  return sorted.slice(from, end);
}

function headsOf(edits: ReadonlyMap<string, Edit>): readonly Head[] {
  const replaced = new Set<string>();
  for (const [id, edit] of edits) {
    for (const other of edit.replaces) if (other !== id) replaced.add(other);
  }
  let ids = [...edits.keys()].filter((id) => !replaced.has(id)).toSorted();
  // Honest edits only name older ones; a forged ring would leave nothing, so then all of them stand.
  if (ids.length === 0) ids = [...edits.keys()].toSorted();

  const byText = new Map<string, Head>();
  for (const id of ids) {
    const edit = edits.get(id);
    if (edit === undefined) continue;
    const text = canonicalJson(edit.value);
    const same = byText.get(text);
    byText.set(
      text,
      same === undefined
        ? { value: edit.value, ids: [id], at: edit.at, by: edit.by }
        : { ...same, ids: [...same.ids, id] },
    );
  }
  return [...byText.values()];
}

/**
 * An edit's place is the longest chain of edits that it replaces, one after another: no clock decides what came
 * first. Those that were written at once stand by their time, which is for show, and then by id.
 */
function historyOf(edits: ReadonlyMap<string, Edit>): readonly PastValue[] {
  const standing = new Set(headsOf(edits).flatMap(({ ids }) => ids));
  const depths = new Map<string, number>();
  const depthOf = (id: string): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    depths.set(id, 0); // A forged ring ends here.
    const older = (edits.get(id)?.replaces ?? []).filter((other) => edits.has(other));
    const depth = Math.max(0, ...older.map((other) => depthOf(other) + 1));
    depths.set(id, depth);
    return depth;
  };
  return [...edits]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { value, at, by }]) => ({ id, value, at, by, stands: standing.has(id) }))
    .toSorted((a, b) => depthOf(a.id) - depthOf(b.id) || (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
