/** One linear constraint over non-negative variables: Σ coefficient × variable (≤ or =) value. */
export interface Constraint {
  readonly terms: ReadonlyMap<number, number>;
  readonly is: '<=' | '=';
  readonly value: number;
}

const tiny = 1e-7;

/** What a variable can be: its least and its greatest value. */
export interface Bounds {
  readonly least: number;
  readonly greatest: number;
}

/**
 * Asks for the least and the greatest value of any of `count` non-negative variables under the constraints; null where
 * those contradict each other. A dense two-phase simplex with Bland's rule (Bland 1977): slow, and never cycling. A
 * feasible corner is looked for once, and every question starts from it.
 */
export function createBounds(
  count: number,
  constraints: readonly Constraint[],
): ((variable: number) => Bounds) | null {
  const slacks = constraints.filter(({ is }) => is === '<=').length;
  const artificial = count + slacks;
  const width = artificial + constraints.length;
  let slack = count;
  const rows = constraints.map(({ terms, is, value }, at) => {
    const row = new Float64Array(width + 1);
    for (const [column, coefficient] of terms) row[column] = coefficient;
    if (is === '<=') {
      row[slack] = 1;
      slack += 1;
    }
    row[width] = value;
    if (value < 0) {
      for (let column = 0; column <= width; column += 1) row[column] = -cell(row, column);
    }
    row[artificial + at] = 1;
    return row;
  });
  const basis = constraints.map((_, at) => artificial + at);
  const first = new Float64Array(width + 1);
  for (const row of rows) {
    for (let column = 0; column < artificial; column += 1) {
      first[column] = cell(first, column) - cell(row, column);
    }
    first[width] = cell(first, width) - cell(row, width);
  }
  if (!pivotAll(rows, basis, first, artificial, width)) return null;
  if (-cell(first, width) > 1e-6) return null;
  // Artificial variables that stayed in at zero leave, where anything can take their place.
  for (const [at, row] of rows.entries()) {
    if ((basis[at] ?? 0) < artificial) continue;
    const column = row.findIndex((one, index) => index < artificial && Math.abs(one) > tiny);
    if (column >= 0) pivot(rows, basis, first, at, column, width);
  }
  const least = (variable: number, sign: 1 | -1): number => {
    const [ownRows, ownBasis] = [rows.map((row) => row.slice()), [...basis]];
    const goal = new Float64Array(width + 1);
    goal[variable] = sign;
    const at = ownBasis.indexOf(variable);
    const row = ownRows[at];
    if (row !== undefined) {
      for (let column = 0; column <= width; column += 1) {
        goal[column] = cell(goal, column) - sign * cell(row, column);
      }
    }
    return pivotAll(ownRows, ownBasis, goal, artificial, width) ? -cell(goal, width) : -Infinity;
  };
  return (variable) => ({ least: least(variable, 1), greatest: -least(variable, -1) });
}

function pivotAll(
  rows: readonly Float64Array[],
  basis: number[],
  goal: Float64Array,
  columns: number,
  width: number,
): boolean {
  for (;;) {
    const column = goal.findIndex((one, index) => index < columns && one < -tiny);
    if (column < 0) return true;
    let leaving = -1;
    let best = Infinity;
    for (const [at, row] of rows.entries()) {
      const divisor = cell(row, column);
      if (divisor <= tiny) continue;
      const ratio = cell(row, width) / divisor;
      const isFirst =
        ratio < best - tiny ||
        (ratio < best + tiny && (basis[at] ?? 0) < (basis[leaving] ?? Infinity));
      if (!isFirst) continue;
      best = Math.min(best, ratio);
      leaving = at;
    }
    if (leaving < 0) return false;
    pivot(rows, basis, goal, leaving, column, width);
  }
}

function pivot(
  rows: readonly Float64Array[],
  basis: number[],
  goal: Float64Array,
  at: number,
  column: number,
  width: number,
): void {
  const row = rows[at];
  if (row === undefined) return;
  const divisor = cell(row, column);
  for (let index = 0; index <= width; index += 1) row[index] = cell(row, index) / divisor;
  for (const other of [...rows, goal]) {
    const factor = cell(other, column);
    if (other === row || Math.abs(factor) < 1e-12) continue;
    for (let index = 0; index <= width; index += 1)
      other[index] = cell(other, index) - factor * cell(row, index);
  }
  basis[at] = column;
}

function cell(row: Float64Array, column: number): number {
  return row[column] ?? 0;
}
