import type { Mark, ScaleItem } from '#instruments/form.ts';
import { scales } from '#instruments/scales.ts';
import { usePage } from '#ui/answer/page/page-context.ts';
import { markText } from '#ui/answer/question/mark-option.tsx';
import { Face, type Feeling } from '#ui/parts/face/face.tsx';

// Fixed order, the same faces for both scales: what a child has learnt in practice holds.
const feelings: Readonly<Record<number, Feeling>> = { 3: 'happy', 2: 'soSo', 1: 'sad' };

/** Three faces with their words, and the right not to answer. Native radios underneath. */
export function FaceChoice({
  item,
  chosen,
  choose,
}: {
  readonly item: ScaleItem;
  readonly chosen: Mark | undefined;
  readonly choose: (mark: number | 'declined') => void;
}) {
  const { text } = usePage();
  return (
    <fieldset class="faces" data-chosen={chosen !== undefined}>
      <legend class="visually-hidden">{text.form(`items.${item.id}.text`)}</legend>
      {scales[item.scale].points.map((point) => (
        <label key={point} class="face-option">
          <input
            class="visually-hidden"
            type="radio"
            name={item.id}
            checked={chosen === point}
            onChange={() => choose(point)}
          />
          <span class="face-picture">
            <Face feeling={feelings[point] ?? 'soSo'} />
          </span>
          <span>{markText(text.form, item, point)}</span>
        </label>
      ))}
      <label class="face-decline">
        <input
          type="radio"
          name={item.id}
          checked={chosen === 'declined'}
          onChange={() => choose('declined')}
        />
        <span>{markText(text.form, item, 'declined')}</span>
      </label>
    </fieldset>
  );
}
