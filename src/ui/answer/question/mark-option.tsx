import type { Mark, ScaleItem } from '#instruments/form.ts';
import { usePage } from '#ui/answer/page/page-context.ts';

/** The words of one mark on an item's scale. */
export function markText(
  form: (path: string) => string | undefined,
  item: ScaleItem,
  mark: Mark,
): string {
  const group = typeof mark === 'number' ? 'points' : 'nonAnswers';
  return form(`scales.${item.scale}.${group}.${mark}`) ?? String(mark);
}

/** A native radio for one mark, with its words as the whole target. */
export function MarkOption({ item, mark }: { readonly item: ScaleItem; readonly mark: Mark }) {
  const { app, text } = usePage();
  return (
    <label class="option">
      <input
        type="radio"
        name={item.id}
        checked={app.draft.value.marks[item.id] === mark}
        onChange={() => app.mark(item.id, mark)}
      />
      <span>{markText(text.form, item, mark)}</span>
    </label>
  );
}
