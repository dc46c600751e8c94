import type { ComponentChildren } from 'preact';
import type { FormId, ScaleId } from '#instruments/form.ts';
import { scales } from '#instruments/scales.ts';
import type { Distribution, Shown } from '#projections/views.ts';
import type { Segment } from '#ui/charts/stacked-years/stacked-years.tsx';
import { pointToken } from '#ui/charts/theme/chart-theme.ts';
import type { DataColumn } from '#ui/parts/data-table/data-table.tsx';
import type { Text } from '#ui/parts/text/text.tsx';

/** What every figure of results takes. */
export interface FigureOf<Trend> {
  readonly trend: Trend;
  readonly year: number;
  /** From how many answers this centre shows anything. */
  readonly least: number;
  readonly actions?: ComponentChildren;
}

/** The newest year on top, as it is read first. */
export function newestFirst<Year extends { readonly year: number }>(
  years: readonly Year[],
): readonly Year[] {
  return years.toSorted((a, b) => b.year - a.year);
}

/** A scale's points in shown order with their colours; the unfavourable side is hatched. */
export function segmentsOf(text: Text, form: FormId, scale: ScaleId): readonly Segment[] {
  const { points, favourable } = scales[scale];
  return points.map((point) => ({
    label: text.form(form).point(scale, point),
    token: pointToken(scale, point),
    // On three points the middle is neither good nor bad.
    hatched: points.length === 3 ? point === 1 : !favourable.includes(point),
  }));
}

/** Columns of a distribution's table: year, the points, the non-answers. */
export function distributionColumns(text: Text, form: FormId, scale: ScaleId): DataColumn[] {
  const { points, nonAnswers } = scales[scale];
  return [
    { id: 'year', label: text.t('results:table.year') },
    ...points.map((point) => ({
      id: String(point),
      label: text.form(form).point(scale, point),
      numeric: true,
    })),
    ...nonAnswers.map((id) => ({ id, label: text.form(form).nonAnswer(scale, id), numeric: true })),
  ];
}

/** The cells of one year; a withheld one says why in its first cell, which is not the same as zero. */
export function distributionCells(
  { t }: Text,
  scale: ScaleId,
  spread: Shown<Distribution>,
): (string | number)[] {
  const { points, nonAnswers } = scales[scale];
  if (!spread.shown) {
    const other = spread.why === 'nothing' ? '–' : t('results:table.hidden');
    const rest = [...points, ...nonAnswers].slice(1).map(() => other);
    return [t(`results:withheldShort.${spread.why}`), ...rest];
  }
  const { value } = spread;
  // What an earlier form never told is a dash, not a zero.
  if (value.onlyShare === true) return [...points, ...nonAnswers].map(() => '–');
  return [
    ...points.map((point) => value.points.get(point) ?? 0),
    ...nonAnswers.map((id) => value.nonAnswers.get(id) ?? 0),
  ];
}
