import type { Item } from '#instruments/form.ts';
import { usePage } from '#ui/answer/page/page-context.ts';
import { markText } from '#ui/answer/question/mark-option.tsx';
import { useItemTexts } from '#ui/answer/question/use-item-texts.ts';

/** One question with its answer, and the way to change it. */
export function ReviewRow({ item, section }: { readonly item: Item; readonly section: string }) {
  const { app, journey, text } = usePage();
  const { marks, choices, texts } = app.draft.value;
  const own = useItemTexts()(item.id);
  const question = own.heading ?? own.text;

  const answer = (): string => {
    if (item.kind === 'text') return texts[item.id]?.trim() ?? '';
    if (item.kind === 'choice') {
      return (choices[item.id] ?? []).map(own.option).join(', ');
    }
    const mark = marks[item.id];
    return mark === undefined ? '' : markText(text.form, item, mark);
  };
  const said = answer();
  // What was written at a statement goes out with it, and is read through before it does.
  const comment = item.kind === 'scale' ? (texts[item.id]?.trim() ?? '') : '';
  return (
    <div class="review-row">
      <dt>
        <span {...(own.heading === undefined ? own.foreign : own.foreignHeading)}>{question}</span>
      </dt>
      <dd
        class={said === '' ? 'review-none' : undefined}
        {...(item.kind === 'choice' && said !== '' ? own.foreign : undefined)}
      >
        {said === '' ? text.t('review.none') : said}
      </dd>
      {comment !== '' && (
        <dd class="review-comment">
          <span>{text.form('comment.label')}:</span> {comment}
        </dd>
      )}
      <dd class="review-action">
        <button
          class="review-change"
          type="button"
          aria-label={text.t('review.changeItem', { question })}
          onClick={() => journey.go({ step: section, item: item.id, fromReview: true })}
        >
          {text.t('review.change')}
        </button>
      </dd>
    </div>
  );
}
