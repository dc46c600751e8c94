import type { TextItem } from '#instruments/form.ts';
import { usePage } from '#ui/answer/page/page-context.ts';
import { BeneathQuestion, QuestionWords } from './question-words.tsx';
import { useItemTexts } from './use-item-texts.ts';

/** An open question. Its notice stands above the field, where it is read before anything is written. */
export function TextQuestion({ item }: { readonly item: TextItem }) {
  const { app } = usePage();
  const { id } = item;
  const texts = useItemTexts()(id);
  return (
    <div class="question" id={`q-${id}`}>
      <label class="question-text" for={`field-${id}`}>
        <QuestionWords texts={texts} />
      </label>
      <BeneathQuestion id={id} texts={texts} />
      <textarea
        id={`field-${id}`}
        aria-describedby={`help-${id}`}
        autocomplete="off"
        maxLength={4_000}
        value={app.draft.value.texts[id] ?? ''}
        onInput={(event) => app.write(id, event.currentTarget.value)}
      />
    </div>
  );
}
