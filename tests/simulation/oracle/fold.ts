import { marksAnswers } from '#projections/counted-answers.ts';
import type { Ledger } from '#projections/ledger.ts';
import type { StoredEnvelope } from '#store/centre-store.ts';
import { textOf } from '../world/clear-records.ts';

/** What a ledger says, in a form that can be compared. */
export interface Fold {
  /** By path: the values that stand, sorted. */
  readonly book: Readonly<Record<string, readonly string[]>>;
  readonly facts: Readonly<Record<string, readonly string[]>>;
  /** By round: how many answers of which text, sorted. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
  readonly rounds: readonly string[];
}

export function foldOf(ledger: Ledger): Fold {
  const { book, facts, texts, roundKeys } = ledger;
  const marks = [...ledger.answers.keys()].map(
    (round) => [round, marksAnswers(ledger, round)] as const,
  );
  const heads = book.paths('').map((path): [string, string[]] => {
    const values = (book.field(path)?.heads ?? []).map(({ value }) => asText(value));
    return [path, values.toSorted()];
  });
  const answers: Record<string, string[]> = {};
  for (const [round, bodies] of [...marks, ...texts]) {
    answers[round] = [...(answers[round] ?? []), ...bodies.map(asText)].toSorted();
  }
  return {
    book: Object.fromEntries(heads),
    facts: Object.fromEntries([...facts].map(([round, whats]) => [round, [...whats].toSorted()])),
    answers,
    rounds: [...roundKeys.keys()].toSorted(),
  };
}

/**
 * The same by the plainest means, apart from the app's own: an edit stands where no other edit of its path names it.
 * `rows` hold nothing of purged rounds.
 */
export function expectedFold(rows: readonly StoredEnvelope[]): Fold {
  const fold = {
    book: {} as Record<string, string[]>,
    facts: {} as Record<string, string[]>,
    answers: {} as Record<string, string[]>,
    rounds: [] as string[],
  };
  const bodies = rows.map(({ id, kind, round, sealed }) => ({
    id,
    kind,
    round: round ?? '',
    body: JSON.parse(textOf(sealed)) as Record<string, unknown>,
  }));
  const edits = bodies.filter(({ kind }) => kind === 'edit');
  for (const { id, kind, round, body } of bodies) {
    if (kind === 'edit') {
      const path = String(body['path']);
      const isReplaced = edits.some(
        (other) =>
          other.id !== id &&
          other.body['path'] === path &&
          (other.body['replaces'] as string[]).includes(id),
      );
      if (!isReplaced) add(fold.book, path, asText(body['value']));
    }
    if (kind === 'fact') add(fold.facts, round, String(body['what']));
    if (kind === 'answer') (fold.answers[round] ??= []).push(asText(body));
    if (kind === 'roundKey') fold.rounds.push(round);
  }
  for (const list of Object.values({ ...fold.book, ...fold.facts })) list.sort();
  for (const list of Object.values(fold.answers)) list.sort();
  fold.rounds.sort();
  return fold;
}

function add(lists: Record<string, string[]>, key: string, value: string): void {
  const list = (lists[key] ??= []);
  if (!list.includes(value)) list.push(value);
}

/** Keys in order, so that equal values have equal texts. */
function asText(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
