import type { MarksAnswer, TextAnswer } from '#records/answer.ts';
import { roundOfPath } from '#records/book-paths.ts';
import type { Fact } from '#records/fact.ts';
import type { Purge, RoundKey } from '#records/keys.ts';
import { foldBook, type Book, type IdentifiedEdit } from '#records/merge.ts';
import type { SpeglaRecord } from '#records/record.ts';
import { setAsideIds } from './set-aside.ts';

/** Everything that a team device can read of one centre, sorted for the projections. A pure fold of records. */
export interface Ledger {
  readonly book: Book;
  readonly roundKeys: ReadonlyMap<string, RoundKey>;
  /** By round: the one-way steps that were taken. */
  readonly facts: ReadonlyMap<string, ReadonlySet<Fact['what']>>;
  /** By round, in no meaningful order (sorted by random record id). */
  readonly marks: ReadonlyMap<string, readonly MarksAnswer[]>;
  /** By round: the record ids of `marks`, in the same order. */
  readonly markIds: ReadonlyMap<string, readonly string[]>;
  readonly texts: ReadonlyMap<string, readonly TextAnswer[]>;
  /** By round: the record ids of `texts`, in the same order. */
  readonly textIds: ReadonlyMap<string, readonly string[]>;
  /** By round: how many of its answers were set aside. They are not in `marks` and `texts`, and count nowhere. */
  readonly setAside: ReadonlyMap<string, SetAsideCount>;
  /** The rounds that were purged, with the purge that every device shows. */
  readonly purged: ReadonlyMap<string, Purge>;
}

/** How many respondents and how many free texts do not count. */
export interface SetAsideCount {
  readonly marks: number;
  readonly texts: number;
}

/** Folds records to a ledger: the same set gives the same ledger, in every order. A purged round is gone. */
export function foldLedger(records: Iterable<SpeglaRecord>): Ledger {
  const sorted = [...records].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const purged = new Map<string, Purge>();
  for (const { kind, round, body } of sorted) {
    if (kind === 'purge' && round !== null && !purged.has(round)) purged.set(round, body);
  }
  // An edit of a purged round's answers is gone with it, also one whose header does not name the round.
  const isOfPurged = (path: string): boolean => {
    const round = purged.size === 0 ? null : roundOfPath(path);
    return round !== null && purged.has(round);
  };
  const edits: IdentifiedEdit[] = [];
  const answers: (SpeglaRecord & { readonly kind: 'answer'; readonly round: string })[] = [];
  const roundKeys = new Map<string, RoundKey>();
  const facts = new Map<string, Set<Fact['what']>>();
  const marks = new Map<string, MarksAnswer[]>();
  const markIds = new Map<string, string[]>();
  const texts = new Map<string, TextAnswer[]>();
  const textIds = new Map<string, string[]>();
  let lastId: string | undefined;
  for (const record of sorted) {
    if (record.id === lastId) continue;
    lastId = record.id;
    const { round } = record;
    if (round !== null && purged.has(round)) continue;
    if (record.kind === 'edit' && !isOfPurged(record.body.path)) edits.push(record);
    if (round === null) continue;
    if (record.kind === 'roundKey' && !roundKeys.has(round)) roundKeys.set(round, record.body);
    if (record.kind === 'fact') append(facts, round, record.body.what);
    if (record.kind === 'answer') answers.push({ ...record, round });
  }
  const book = foldBook(edits);
  const aside = setAsideIds(book);
  const setAside = new Map<string, SetAsideCount>();
  for (const { id, round, body } of answers) {
    if (aside.get(round)?.has(id) === true) {
      const { marks, texts } = setAside.get(round) ?? { marks: 0, texts: 0 };
      const isMarks = body.type === 'marks';
      setAside.set(round, { marks: marks + Number(isMarks), texts: texts + Number(!isMarks) });
    } else if (body.type === 'marks') {
      push(marks, round, body);
      push(markIds, round, id);
    } else {
      push(texts, round, body);
      push(textIds, round, id);
    }
  }
  return { book, roundKeys, facts, marks, markIds, texts, textIds, setAside, purged };
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function append<T>(sets: Map<string, Set<T>>, key: string, value: T): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([value]));
  else set.add(value);
}
