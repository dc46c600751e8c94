import type { ComponentChildren } from 'preact';
import { usePage } from '#ui/answer/page/page-context.ts';
import { BeneathQuestion, QuestionWords } from './question-words.tsx';
import { useItemTexts } from './use-item-texts.ts';

/** A fieldset with the question as its legend, its help beneath, and a way to take an answer back. */
export function QuestionBox({
  id,
  onClear,
  answers,
  scale,
  children,
}: {
  readonly id: string;
  /** Absent where nothing is answered yet. */
  readonly onClear: (() => void) | undefined;
  /** What is said of its answers behind the question, and the scale whose recording says them. */
  readonly answers?: readonly string[];
  readonly scale?: string;
  readonly children: ComponentChildren;
}) {
  const { text } = usePage();
  const texts = useItemTexts()(id);
  return (
    <fieldset
      class="question"
      id={`q-${id}`}
      aria-describedby={texts.help === undefined ? undefined : `help-${id}`}
    >
      <legend class="question-text">
        <QuestionWords texts={texts} />
      </legend>
      <BeneathQuestion id={id} texts={texts} answers={answers} scale={scale} />
      {children}
      {/* In the question's corner, where it takes no room while there is nothing to take back. */}
      <button
        class="question-clear"
        type="button"
        data-idle={onClear === undefined}
        disabled={onClear === undefined}
        title={text.t('frame.clear')}
        onClick={onClear}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M6 6l12 12M18 6L6 18" />
        </svg>
        <span class="visually-hidden">{text.t('frame.clear')}</span>
      </button>
    </fieldset>
  );
}
