import type { TextAnswer } from '#records/answer.ts';
import { roundOfPath } from '#records/book-paths.ts';
import type { Fact } from '#records/fact.ts';
import type { Purge, RoundKey } from '#records/keys.ts';
import { foldBook, type IdentifiedEdit } from '#records/merge.ts';
import type { SpeglaRecord } from '#records/record.ts';
import { hasRow, type IdentifiedAnswer } from './answer-rows.ts';
import type { Ledger, SetAsideCount } from './ledger.ts';
import { nextPlacing, type BookPlacing } from './book-placing.ts';
import { asideCount, growAnswers, withoutAnswers, type RoundAnswers } from './round-answers.ts';
import { setAsideIds } from './set-aside.ts';

/**
 * A ledger and what it takes to fold more records into it. Answers are what there are many of: a fresh one is added to
 * its round's counts, and no other is touched. All else (edits, keys, steps) is folded anew when any of it comes.
 */
export interface Folding {
  readonly ledger: Ledger;
  /** By id: every record but the answers. */
  readonly others: ReadonlyMap<string, SpeglaRecord>;
  /** By round and id, also those that are set aside. */
  readonly texts: ReadonlyMap<string, ReadonlyMap<string, TextAnswer>>;
  /** By round that has answers. */
  readonly placings: ReadonlyMap<string, BookPlacing>;
}

type AnswerRecord = SpeglaRecord & { readonly kind: 'answer'; readonly round: string };
type Shared = Pick<Ledger, 'book' | 'roundKeys' | 'facts' | 'purged'>;

const none: ReadonlySet<string> = new Set();

/** Where every fold begins. */
export const nothingFolded: Folding = {
  ledger: {
    book: foldBook([]),
    roundKeys: new Map(),
    facts: new Map(),
    answers: new Map(),
    texts: new Map(),
    textIds: new Map(),
    setAside: new Map(),
    purged: new Map(),
  },
  others: new Map(),
  texts: new Map(),
  placings: new Map(),
};

/**
 * Folds fresh records in, and takes those of the ids in `gone` out. However a set of records was cut into portions, and
 * in whichever order they came, the same ledger comes of it: it never matters that a fold goes on from another. A purge
 * is for good: what it took does not come back.
 */
export function foldMore(
  before: Folding,
  fresh: Iterable<SpeglaRecord>,
  gone: ReadonlySet<string> = none,
): Folding {
  const freshOthers = new Map<string, SpeglaRecord>();
  const freshAnswers: AnswerRecord[] = [];
  for (const record of fresh) {
    if (record.kind !== 'answer') {
      if (!before.others.has(record.id)) freshOthers.set(record.id, record);
    } else if (record.round !== null) freshAnswers.push({ ...record, round: record.round });
  }
  const othersChange = freshOthers.size > 0 || [...gone].some((id) => before.others.has(id));
  const others = othersChange
    ? new Map([...[...before.others].filter(([id]) => !gone.has(id)), ...freshOthers])
    : before.others;
  const shared = othersChange ? foldOthers(others.values()) : before.ledger;
  return foldAnswers(before, others, shared, freshAnswers, gone);
}

/** The same whatever the order: what comes first by id wins. */
function foldOthers(records: Iterable<SpeglaRecord>): Shared {
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
  const roundKeys = new Map<string, RoundKey>();
  const facts = new Map<string, Set<Fact['what']>>();
  for (const record of sorted) {
    const { round } = record;
    if (round !== null && purged.has(round)) continue;
    if (record.kind === 'edit' && !isOfPurged(record.body.path)) edits.push(record);
    if (round === null) continue;
    if (record.kind === 'roundKey' && !roundKeys.has(round)) roundKeys.set(round, record.body);
    if (record.kind === 'fact') {
      facts.set(round, (facts.get(round) ?? new Set()).add(record.body.what));
    }
  }
  return { book: foldBook(edits), roundKeys, facts, purged };
}

function foldAnswers(
  before: Folding,
  others: Folding['others'],
  shared: Shared,
  fresh: readonly AnswerRecord[],
  gone: ReadonlySet<string>,
): Folding {
  const { book, roundKeys, facts, purged } = shared;
  const byRound = Map.groupBy(fresh, ({ round }) => round);
  const isNewBook = book !== before.ledger.book;
  const isAll = shared !== before.ledger || gone.size > 0;
  const aside = isNewBook ? setAsideIds(book) : undefined;

  const answers = new Map(before.ledger.answers);
  const texts = new Map(before.ledger.texts);
  const textIds = new Map(before.ledger.textIds);
  const allTexts = new Map(before.texts);
  const placings = new Map(before.placings);
  for (const round of new Set([...(isAll ? placings.keys() : []), ...byRound.keys()])) {
    const ofRound = byRound.get(round) ?? [];
    if (purged.has(round)) {
      for (const map of [answers, texts, textIds, allTexts, placings]) map.delete(round);
      continue;
    }
    const old = placings.get(round);
    const placing =
      old !== undefined && aside === undefined
        ? old
        : nextPlacing(old, book, round, (aside ?? setAsideIds(book)).get(round));
    placings.set(round, placing);
    const form = roundKeys.get(round)?.form ?? null;
    const marks = roundOf(answers.get(round), form, placing, ofRound, gone);
    if (marks === undefined) answers.delete(round);
    else answers.set(round, marks);
    const ofTexts = textsOf(allTexts.get(round), ofRound, gone);
    if (ofTexts === undefined || (ofTexts === allTexts.get(round) && old === placing)) continue;
    allTexts.set(round, ofTexts);
    const standing = [...ofTexts].filter(([id]) => !placing.aside.has(id));
    const sorted = standing.toSorted(([a], [b]) => (a < b ? -1 : 1));
    textIds.set(
      round,
      sorted.map(([id]) => id),
    );
    texts.set(
      round,
      sorted.map(([, text]) => text),
    );
  }
  const setAside = new Map<string, SetAsideCount>();
  for (const round of placings.keys()) {
    const count = asideOf(answers.get(round), allTexts.get(round), texts.get(round));
    if (count.marks + count.texts > 0) setAside.set(round, count);
  }
  const ledger = { book, roundKeys, facts, answers, texts, textIds, setAside, purged };
  return { ledger, others, texts: allTexts, placings };
}

function roundOf(
  before: RoundAnswers | undefined,
  form: RoundKey['form'] | null,
  placing: BookPlacing,
  records: readonly AnswerRecord[],
  gone: ReadonlySet<string>,
): RoundAnswers | undefined {
  const isLess = before !== undefined && [...gone].some((id) => hasRow(before.rows, id));
  const stays = isLess ? withoutAnswers(before, gone) : before;
  const fresh = records.flatMap(({ id, body }): IdentifiedAnswer[] =>
    body.type === 'marks' ? [{ id, body }] : [],
  );
  if (stays === undefined && fresh.length === 0) return undefined;
  const grown = growAnswers(stays, form, placing, fresh);
  return grown.rows.size === 0 ? undefined : grown;
}

function textsOf(
  before: ReadonlyMap<string, TextAnswer> | undefined,
  records: readonly AnswerRecord[],
  gone: ReadonlySet<string>,
): ReadonlyMap<string, TextAnswer> | undefined {
  const isLess = before !== undefined && [...gone].some((id) => before.has(id));
  const fresh = records.flatMap(({ id, body }): [string, TextAnswer][] =>
    body.type === 'text' && before?.has(id) !== true ? [[id, body]] : [],
  );
  if (!isLess && fresh.length === 0) return before;
  return new Map([...[...(before ?? [])].filter(([id]) => !gone.has(id)), ...fresh]);
}

function asideOf(
  answers: RoundAnswers | undefined,
  all: ReadonlyMap<string, TextAnswer> | undefined,
  standing: readonly TextAnswer[] | undefined,
): SetAsideCount {
  return {
    marks: answers === undefined ? 0 : asideCount(answers),
    texts: (all?.size ?? 0) - (standing?.length ?? 0),
  };
}
