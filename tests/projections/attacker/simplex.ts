/** One linear constraint over non-negative variables: Σ coefficient × variable (≤ or =) value. */
export interface Constraint {
  readonly terms: ReadonlyMap<number, number>;
  readonly is: '<=' | '=';
  readonly value: number;
}

const tiny = 1e-7;

/**
 * The least and the greatest value that one of `count` non-negative variables can have under the constraints; null
 * where they contradict each other. A dense two-phase simplex with Bland's rule (Bland 1977): slow, and never cycling.
 */
export function boundsOf(
  variable: number,
  count: number,
  constraints: readonly Constraint[],
): { readonly least: number; readonly greatest: number } | null {
  const least = minimise(new Map([[variable, 1]]), count, constraints);
  const greatest = minimise(new Map([[variable, -1]]), count, constraints);
  if (least === null || greatest === null) return null;
  return { least, greatest: -greatest };
}

/** −∞ where there is no least value. */
function minimise(
  cost: ReadonlyMap<number, number>,
  count: number,
  constraints: readonly Constraint[],
): number | null {
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
    if (value < 0)
      for (let column = 0; column <= width; column += 1) row[column] = -cell(row, column);
    row[artificial + at] = 1;
    return row;
  });
  const basis = constraints.map((_, at) => artificial + at);
  const first = new Float64Array(width + 1);
  for (const row of rows) {
    for (let column = 0; column < artificial; column += 1)
      first[column] = cell(first, column) - cell(row, column);
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
  const second = new Float64Array(width + 1);
  for (const [column, coefficient] of cost) second[column] = coefficient;
  for (const [at, row] of rows.entries()) {
    const weight = cost.get(basis[at] ?? -1) ?? 0;
    if (weight === 0) continue;
    for (let column = 0; column <= width; column += 1)
      second[column] = cell(second, column) - weight * cell(row, column);
  }
  return pivotAll(rows, basis, second, artificial, width) ? -cell(second, width) : -Infinity;
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
