import type { Mark, ScaleItem } from '#instruments/form.ts';
import { scales } from '#instruments/scales.ts';
import { usePage } from '#ui/answer/page/page-context.ts';
import { markText } from '#ui/answer/question/mark-option.tsx';
import { Face, type Feeling } from '#ui/parts/face/face.tsx';

// The same faces for both scales: what a child has learnt in practice holds. Their order is fixed, and runs in the
// reading direction, as on a paper form in that language: the glad one stands first, to the right in Arabic.
const feelings: Readonly<Record<number, Feeling>> = { 3: 'happy', 2: 'soSo', 1: 'sad' };

/** What the faces mean, in words. */
export function pointWords(
  form: Parameters<typeof markText>[0],
  item: ScaleItem,
): readonly string[] {
  return scales[item.scale].points.map((point) => markText(form, item, point));
}

/** Three faces with their words, and the right not to answer. Native radios underneath. */
export function FaceChoice({
  item,
  chosen,
  choose,
  react,
}: {
  readonly item: ScaleItem;
  readonly chosen: Mark | undefined;
  readonly choose: (mark: number | 'declined') => void;
  /** After every tap, also one on the face that was chosen before. */
  readonly react: (feeling: Feeling | undefined) => void;
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
            onClick={() => react(feelings[point])}
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
          onClick={() => react(undefined)}
        />
        <span>{markText(text.form, item, 'declined')}</span>
      </label>
    </fieldset>
  );
}
