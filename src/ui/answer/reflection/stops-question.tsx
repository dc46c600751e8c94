import type { ScaleItem } from '#instruments/form.ts';
import { scales } from '#instruments/scales.ts';
import { usePage } from '#ui/answer/page/page-context.ts';
import { MarkOption, markText } from '#ui/answer/question/mark-option.tsx';
import { QuestionBox } from '#ui/answer/question/question-box.tsx';
import { Comment } from './comment.tsx';
import './stops-question.css';

/** A statement with six stops side by side: the form's order, "Fungerar" first, and no middle. A comment if one wants. */
export function StopsQuestion({ item }: { readonly item: ScaleItem }) {
  const { app, text } = usePage();
  const { points, nonAnswers } = scales[item.scale];
  const chosen = app.draft.value.marks[item.id];
  const ends = [points.at(0), points.at(-1)].flatMap((point) => point ?? []);
  return (
    <QuestionBox
      id={item.id}
      onClear={chosen === undefined ? undefined : () => app.mark(item.id, undefined)}
    >
      <div class="stops">
        {points.map((point) => (
          <label key={point} class="stop">
            <input
              type="radio"
              name={item.id}
              aria-label={markText(text.form, item, point)}
              checked={chosen === point}
              onChange={() => app.mark(item.id, point)}
            />
          </label>
        ))}
      </div>
      <p class="stops-ends" aria-hidden="true">
        {ends.map((point) => (
          <span key={point}>{markText(text.form, item, point)}</span>
        ))}
      </p>
      {/* What a stop between the ends means, told when it is chosen. */}
      <p class="stops-chosen" aria-hidden="true">
        {typeof chosen === 'number' && !ends.includes(chosen) && markText(text.form, item, chosen)}
      </p>
      <div class="options options-aside">
        {nonAnswers.map((nonAnswer) => (
          <MarkOption key={nonAnswer} item={item} mark={nonAnswer} />
        ))}
      </div>
      <Comment id={item.id} />
    </QuestionBox>
  );
}
