import type { ComponentChildren } from 'preact';
import { usePage } from '#ui/answer/page/page-context.ts';

/** A fieldset with the question as its legend, its help beneath, and a way to take an answer back. */
export function QuestionBox({
  id,
  onClear,
  children,
}: {
  readonly id: string;
  /** Absent where nothing is answered yet. */
  readonly onClear: (() => void) | undefined;
  readonly children: ComponentChildren;
}) {
  const { text } = usePage();
  const heading = text.form(`items.${id}.heading`);
  const help = text.form(`items.${id}.help`);
  return (
    <fieldset
      class="question"
      id={`q-${id}`}
      aria-describedby={help === undefined ? undefined : `help-${id}`}
    >
      <legend class="question-text">
        {heading !== undefined && <span class="question-heading">{heading}</span>}
        {text.form(`items.${id}.text`)}
      </legend>
      {help !== undefined && (
        <p class="question-help" id={`help-${id}`}>
          {help}
        </p>
      )}
      {children}
      {/* Keeps its place when hidden, so that nothing jumps under the thumb. */}
      <button
        class="question-clear"
        type="button"
        data-idle={onClear === undefined}
        disabled={onClear === undefined}
        onClick={onClear}
      >
        {text.t('frame.clear')}
      </button>
    </fieldset>
  );
}
