import type { ScaleItem } from '#instruments/form.ts';
import { scales } from '#instruments/scales.ts';
import { usePage } from '#ui/answer/page/page-context.ts';
import { MarkOption, markText } from './mark-option.tsx';
import { QuestionBox } from './question-box.tsx';
import { useItemTexts } from './use-item-texts.ts';

/** A statement with its points one under another, and the non-answers set apart. */
export function ScaleQuestion({ item }: { readonly item: ScaleItem }) {
  const { app, text } = usePage();
  const isForeign = useItemTexts()(item.id).foreign !== undefined;
  const { points, nonAnswers } = scales[item.scale];
  const said = [...points, ...nonAnswers].map((mark) => markText(text.form, item, mark));
  const clear =
    app.draft.value.marks[item.id] === undefined ? undefined : () => app.mark(item.id, undefined);
  return (
    <QuestionBox
      id={item.id}
      onClear={clear}
      // A voice that reads a Swedish statement cannot say answers in another language.
      answers={isForeign ? [] : said}
      scale={item.scale}
    >
      <div class="options options-row">
        {points.map((point) => (
          <MarkOption key={point} item={item} mark={point} />
        ))}
      </div>
      <div class="options options-aside">
        {nonAnswers.map((nonAnswer) => (
          <MarkOption key={nonAnswer} item={item} mark={nonAnswer} />
        ))}
      </div>
    </QuestionBox>
  );
}
