import type { PlainTable } from '#app/team/export-table.ts';
import type { TableTwin } from '#ui/charts/figure/figure.tsx';

/** A shown table as texts and numbers. Its cells and heads are never anything else. */
export function plainTable({ columns, rows }: TableTwin): PlainTable {
  const cell = (value: unknown): string | number =>
    typeof value === 'number' || typeof value === 'string' ? value : '';
  return {
    columns: columns.map(({ label }) => String(cell(label))),
    rows: rows.map(({ head, cells }) => [cell(head), ...cells.map(cell)]),
  };
}

/** A file's name from a title: letters and digits of any language, the rest as hyphens. */
export function fileNameOf(title: string): string {
  return title
    .toLocaleLowerCase('sv')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 60);
}
