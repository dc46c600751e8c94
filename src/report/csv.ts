import type { AreaId, FormId, GoalId, Mark } from '#instruments/form.ts';
import type { ResultsView, Verdict } from '#projections/views.ts';
import { csvText, type CsvVariant } from './csv-text.ts';
import type { Measure, ResultRow, SentenceOf, WhyNoSpread } from './result-row.ts';
import { resultRows } from './result-rows.ts';

export { csvBytes, type CsvVariant } from './csv-text.ts';

/** The columns, in order. The machine variant has these ids as its first row. */
export const csvColumns = [
  'year',
  'source',
  'form',
  'formText',
  'group',
  'groupText',
  'item',
  'itemText',
  'measure',
  'measureText',
  'code',
  'codeText',
  'number',
  'text',
] as const;
export type CsvColumn = (typeof csvColumns)[number];

/** The human texts beside the ids, in the reader's language. */
export interface CsvTexts {
  column(column: CsvColumn): string;
  form(form: FormId): string;
  area(area: AreaId): string;
  goal(goal: GoalId): string;
  item(form: FormId, item: string): string;
  /** `item` is undefined for a whole area's or goal's counts, where the scale's own words are wanted. */
  mark(form: FormId, mark: Mark, item: string | undefined): string;
  measure(measure: Measure): string;
  withheld(why: WhyNoSpread): string;
  verdict(verdict: Verdict): string;
  sentence: SentenceOf;
}

/**
 * All results of a year and the years before it as CSV: one row per form, area or goal, item, year and measure.
 * Nothing withheld is in it, nor the spread of a statement that may be about one colleague.
 */
export function resultsToCsv(view: ResultsView, texts: CsvTexts, variant: CsvVariant): string {
  const head = variant === 'machine' ? csvColumns : csvColumns.map((one) => texts.column(one));
  const rows = resultRows(view, texts.sentence).map((row) => {
    const cells = cellsOf(row, texts);
    return csvColumns.map((column) => cells[column]);
  });
  return csvText([head, ...rows], variant);
}

function cellsOf(row: ResultRow, texts: CsvTexts): Record<CsvColumn, string | number | null> {
  return {
    year: row.year,
    source: row.source,
    form: row.form,
    formText: texts.form(row.form),
    group: row.group?.id ?? null,
    groupText: groupText(row, texts),
    item: row.item ?? null,
    itemText: row.itemText ?? (row.item === undefined ? null : texts.item(row.form, row.item)),
    measure: row.measure,
    measureText: texts.measure(row.measure),
    code: row.code === undefined ? null : row.code.id,
    codeText: codeText(row, texts),
    number: row.number === undefined ? null : row.number,
    text: row.text ?? null,
  };
}

function groupText({ group }: ResultRow, texts: CsvTexts): string | null {
  if (group === undefined) return null;
  return group.kind === 'area' ? texts.area(group.id) : texts.goal(group.id);
}

function codeText({ code, form, item }: ResultRow, texts: CsvTexts): string | null {
  if (code === undefined) return null;
  if (code.kind === 'mark') return texts.mark(form, code.id, item);
  if (code.kind === 'option') return code.text;
  if (code.kind === 'year') return String(code.id);
  return code.kind === 'withheld' ? texts.withheld(code.id) : texts.verdict(code.id);
}
