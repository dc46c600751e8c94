import type { ColumnRole, ImportedRow, ItemHistory, Names } from '#app/team/history-import.ts';
import type { StandingItem } from '#app/team/save-import.ts';
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

/** A row of the preview: what it is about, what would be saved and what that replaces; or what is wrong with it. */
export function previewCells(
  text: Text,
  form: FormId,
  row: ImportedRow,
  replaced: StandingItem | null = null,
): readonly string[] {
  const { t, form: formOf, formats } = text;
  if (!row.ok) return [row.text, t(`results:import.fault.${row.fault}`)];
  const values = formats.list(historyWords(text, form, row.item, row.values));
  const old = replaced === null ? [] : historyWords(text, form, row.item, replaced);
  return [
    formOf(form).heading(row.item),
    old.length === 0 ? values : t('results:import.replaces', { values, old: formats.list(old) }),
  ];
}

/** What is known of an item, in words. */
function historyWords(
  { t, form: formOf }: Text,
  form: FormId,
  item: string,
  { counts, share, position }: ItemHistory | StandingItem,
): readonly string[] {
  const texts = formOf(form);
  const scale = countedItemsOf(currentForm(form)).find(({ id }) => id === item)?.scale;
  return [
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
      : [t('results:import.position', { position: texts.mark('working6', position) })]),
  ];
}
