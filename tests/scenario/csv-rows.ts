import type { CsvTexts } from '#app/team/export-results.ts';

/** The ids stand for themselves: what is asserted are the numbers. */
export const idsAsTexts: CsvTexts = {
  column: (column) => column,
  form: (form) => form,
  area: (area) => area,
  goal: (goal) => goal,
  item: (_form, item) => item,
  mark: (_form, mark) => String(mark),
  measure: (measure) => measure,
  withheld: (why) => why,
  verdict: (verdict) => verdict,
  sentence: () => '',
};

/** The number in the one row of a machine CSV whose cells are as given; undefined where no row is. */
export function numberOf(csv: string, cells: Readonly<Record<string, string>>): number | undefined {
  const [head = [], ...rows] = csv
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
  const at = (column: string): number => head.indexOf(column);
  const found = rows.filter((row) =>
    Object.entries(cells).every(([column, text]) => row[at(column)] === text),
  );
  if (found.length > 1) throw new Error(`${found.length} rows fit`);
  const cell = found[0]?.[at('number')];
  return cell === undefined || cell === '' ? undefined : Number(cell);
}
