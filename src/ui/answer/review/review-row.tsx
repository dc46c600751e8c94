import { listIn } from '#i18n/answer-lists.ts';
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
      const chosen = (choices[item.id] ?? []).map(own.option);
      return listIn(own.foreign?.lang ?? text.language, chosen);
    }
    const mark = marks[item.id];
    return mark === undefined ? '' : markText(text.form, item, mark);
  };
  const said = answer();
  const isSaid = said !== '';
  // What was written at a statement goes out with it, and is read through before it does.
  const comment = item.kind === 'scale' ? (texts[item.id]?.trim() ?? '') : '';
  return (
    <div class="review-row">
      <dt>
        <span {...(own.heading === undefined ? own.foreign : own.foreignHeading)}>{question}</span>
      </dt>
      <dd
        class={isSaid ? undefined : 'review-none'}
        {...(item.kind === 'choice' && isSaid ? own.foreign : undefined)}
      >
        {isSaid ? said : text.t('review.none')}
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
          aria-label={text.t(isSaid ? 'review.changeItem' : 'review.answerItem', { question })}
          onClick={() => journey.go({ step: section, item: item.id, fromReview: true })}
        >
          {text.t(isSaid ? 'review.change' : 'review.answer')}
        </button>
      </dd>
    </div>
  );
}
