import type { ColumnRole, ImportedRow, Names } from '#app/team/history-import.ts';
import { countedItemsOf, type FormId } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { scales } from '#instruments/scales.ts';
import type { Text } from '#ui/parts/text/text.tsx';

/** The words by which the form's items are known in a table: headings and whole texts in the reader's language. */
export function itemNames({ form: formOf }: Text, form: FormId): Names {
  const texts = formOf(form);
  return new Map(
    countedItemsOf(currentForm(form)).map(({ id }) => [id, [texts.heading(id), texts.text(id)]]),
  );
}

/** What a column can hold, for its select. */
export function columnRoles(
  { t, form: formOf }: Text,
  form: FormId,
): readonly { readonly value: ColumnRole; readonly label: string }[] {
  const plain = ['skip', 'item', 'works', 'develop', 'percent', 'count'] as const;
  const scale = countedItemsOf(currentForm(form))[0]?.scale ?? 'agree4';
  const { points, nonAnswers } = scales[scale];
  return [
    ...plain.map((value) => ({ value, label: t(`results:import.role.${value}`) })),
    ...(form === 'reflection'
      ? [{ value: 'position' as const, label: t('results:import.role.position') }]
      : []),
    ...[...points, ...nonAnswers].map((mark) => ({
      value: `mark:${mark}` as const,
      label: t('results:import.role.mark', { mark: formOf(form).mark(scale, mark) }),
    })),
  ];
}

/** A row of the preview: what it is about, and what would be saved or what is wrong with it. */
export function previewCells(
  { t, form: formOf, formats }: Text,
  form: FormId,
  row: ImportedRow,
): readonly string[] {
  if (!row.ok) return [row.text, t(`results:import.fault.${row.fault}`)];
  const texts = formOf(form);
  const { counts, share, position } = row.values;
  const scale = countedItemsOf(currentForm(form)).find(({ id }) => id === row.item)?.scale;
  const words = [
    ...Object.entries(counts ?? {}).map(([mark, count]) => {
      const id = /^\d$/u.test(mark) ? Number(mark) : mark;
      const name = scale === undefined ? mark : texts.mark(scale, id) || mark;
      return t('results:import.marks', { mark: name, count });
    }),
    ...(share === undefined
      ? []
      : [t('results:import.share', { favourable: share.favourable, count: share.of })]),
    ...(position === undefined
      ? []
      : [t('results:import.position', { position: texts.point('working6', position) })]),
  ];
  return [texts.heading(row.item), formats.list(words)];
}
