import { questionLimits, type QuestionView } from '#projections/local-questions.ts';
import { useText } from '#ui/parts/text/text.tsx';

/** Whether the next round asks the question, and what is missing where it does not. */
export function QuestionState({
  question,
  isFirst,
}: {
  readonly question: QuestionView;
  /** Whether the centre's first round is still to be opened: then it is no "next" one. */
  readonly isFirst: boolean;
}) {
  const { t } = useText();
  const state = stateOf(question);
  const words = state === 'asked' && isFirst ? 'askedFirst' : state;
  return (
    <p class={state === 'asked' ? 'own-state own-asked' : 'own-state'} role="status">
      {t(`questions:own.state.${words}`, { most: questionLimits.most })}
    </p>
  );
}

function stateOf(question: QuestionView): 'asked' | 'tooMany' | 'noText' | 'noOptions' {
  if (question.asked) return 'asked';
  if (question.ready) return 'tooMany';
  return question.text('sv') === '' ? 'noText' : 'noOptions';
}
