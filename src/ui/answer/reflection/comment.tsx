import { useState } from 'preact/hooks';
import { usePage } from '#ui/answer/page/page-context.ts';
import './comment.css';

/** A comment to one statement, if one wants: a record of its own, unlinked to the marks and to other comments. */
export function Comment({ id }: { readonly id: string }) {
  const { app, text } = usePage();
  const written = app.draft.value.texts[id] ?? '';
  // Where somebody comes back to; what is emptied while it is written does not fold away under the hands.
  const [open] = useState(written !== '');
  return (
    <details class="comment" open={open}>
      <summary>{text.form('comment.add')}</summary>
      <label for={`comment-${id}`}>{text.form('comment.label')}</label>
      <p id={`comment-help-${id}`}>{text.form('comment.help')}</p>
      <textarea
        id={`comment-${id}`}
        aria-describedby={`comment-help-${id}`}
        autocomplete="off"
        maxLength={4_000}
        value={written}
        onInput={(event) => app.write(id, event.currentTarget.value)}
      />
    </details>
  );
}
