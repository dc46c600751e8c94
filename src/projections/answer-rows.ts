import type { FormId } from '#instruments/form.ts';
import type { MarksAnswer } from '#records/answer.ts';
import { cellOf, countingPlan } from './counting-plan.ts';

/** One respondent's marks with the record's id. */
export interface IdentifiedAnswer {
  readonly id: string;
  readonly body: MarksAnswer;
}

/**
 * The first `size` answers of a round, one row each, in the order in which they were read. Rows never change: whoever
 * grows them gets a longer one, and who holds the shorter one sees what it saw.
 */
export interface AnswerRows {
  readonly size: number;
  /** What the round asks; null as long as its key has not come, and then nothing can be counted. */
  readonly form: FormId | null;
  /** By row, as `ids`. Longer than `size`: the rest is not this one's. */
  readonly answers: readonly MarksAnswer[];
  readonly ids: readonly string[];
  readonly rowById: ReadonlyMap<string, number>;
}

/** What several lengths of the same rows share. Only the longest of them is ever written behind. */
interface Grown extends AnswerRows {
  readonly shared: Shared;
}
interface Shared {
  /** By group of the form's counting plan: each answer's cell. Written when first counted, up to `encoded`. */
  columns: readonly Uint16Array[];
  encoded: number;
  readonly answers: MarksAnswer[];
  readonly ids: string[];
  readonly rowById: Map<string, number>;
}

const firstCapacity = 64;

/** Rows without any answer. */
export function noRows(form: FormId | null): AnswerRows {
  return rowsOver({ columns: [], encoded: 0, answers: [], ids: [], rowById: new Map() }, form, 0);
}

/** Whether an answer of this id is among the rows. */
export function hasRow({ rowById, size }: AnswerRows, id: string): boolean {
  return (rowById.get(id) ?? size) < size;
}

/** The rows with more behind them; each id once. Costs what the fresh ones cost, however many there are before them. */
export function growRows(rows: AnswerRows, fresh: readonly IdentifiedAnswer[]): AnswerRows {
  const { form, size } = rows;
  const { shared } = rows as Grown; // Rows are made here and nowhere else.
  const own = shared.ids.length === size ? shared : copyOf(shared, size);
  for (const { id, body } of fresh) {
    if (own.rowById.has(id)) continue;
    own.rowById.set(id, own.ids.length);
    own.ids.push(id);
    own.answers.push(body);
  }
  return rowsOver(own, form, own.ids.length);
}

/** By group of the form's counting plan: the cell of each row. At least as long as there are rows. */
export function columnsOf(rows: AnswerRows): readonly Uint16Array[] {
  const { shared } = rows as Grown;
  if (rows.form === null || shared.encoded >= rows.size) return shared.columns;
  const { groups } = countingPlan(rows.form);
  const [from, to] = [shared.encoded, shared.answers.length];
  shared.columns = groups.map((group, at) => {
    let column = shared.columns[at] ?? new Uint16Array(firstCapacity);
    while (column.length < to) column = doubled(column);
    for (let row = from; row < to; row += 1) {
      const answer = shared.answers[row];
      if (answer !== undefined) column[row] = cellOf(group, answer.marks);
    }
    return column;
  });
  shared.encoded = to;
  return shared.columns;
}

/** The rows without some: made anew, since it is rare that an answer goes away. */
export function withoutRows(rows: AnswerRows, gone: ReadonlySet<string>): AnswerRows {
  const stay = rows.answers.slice(0, rows.size).flatMap((body, row) => {
    const id = rows.ids[row];
    return id === undefined || gone.has(id) ? [] : [{ id, body }];
  });
  return growRows(noRows(rows.form), stay);
}

function rowsOver(shared: Shared, form: FormId | null, size: number): Grown {
  return { ...shared, shared, form, size };
}

function copyOf(shared: Shared, size: number): Shared {
  const ids = shared.ids.slice(0, size);
  return {
    columns: shared.columns.map((column) => column.slice()),
    encoded: Math.min(shared.encoded, size),
    answers: shared.answers.slice(0, size),
    ids,
    rowById: new Map(ids.map((id, row) => [id, row])),
  };
}

/** A column with room for as many again. */
export function doubled(column: Uint16Array): Uint16Array {
  const wider = new Uint16Array(column.length * 2);
  wider.set(column);
  return wider;
}
