import type { TextItem } from '#instruments/form.ts';
import { usePage } from '#ui/answer/page/page-context.ts';

/** An open question. Its notice stands above the field, where it is read before anything is written. */
export function TextQuestion({ item }: { readonly item: TextItem }) {
  const { app, text } = usePage();
  const { id } = item;
  return (
    <div class="question" id={`q-${id}`}>
      <label class="question-text" for={`field-${id}`}>
        {text.form(`items.${id}.text`)}
      </label>
      <p class="question-help" id={`help-${id}`}>
        {text.form(`items.${id}.help`)}
      </p>
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
