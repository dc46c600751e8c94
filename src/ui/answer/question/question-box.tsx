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
