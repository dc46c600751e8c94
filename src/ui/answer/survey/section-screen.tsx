import { useEffect } from 'preact/hooks';
import type { Section } from '#instruments/form.ts';
import { BackButton, Progress, Ways } from '#ui/answer/frame/survey-frame.tsx';
import { usePage } from '#ui/answer/page/page-context.ts';
import { useHeadingFocus } from '#ui/answer/page/use-heading-focus.ts';
import { useSectionTitle } from './use-section-title.ts';
import { Question, type ScaleQuestionType } from '#ui/answer/question/question.tsx';

/** One section: a few questions, how far one has come, and the ways back and on. */
export function SectionScreen({
  section,
  sections,
  ScaleQuestion,
}: {
  readonly section: Section;
  readonly sections: readonly Section[];
  readonly ScaleQuestion: ScaleQuestionType;
}) {
  const { journey, text } = usePage();
  const heading = useHeadingFocus(section.id);
  const titleOf = useSectionTitle();
  const { item, fromReview = false } = journey.place.value;
  const index = sections.indexOf(section);
  const next = sections[index + 1]?.id ?? 'review';

  useEffect(() => {
    if (item === undefined) return;
    const question = document.querySelector(`#q-${item}`);
    question?.scrollIntoView({ block: 'start' });
    question
      ?.querySelector<HTMLElement>(':checked, input, textarea')
      ?.focus({ preventScroll: true });
  }, [item]);

  const label = () => {
    if (fromReview) return text.t('frame.backToReview');
    return next === 'review' ? text.t('frame.toReview') : text.t('frame.next');
  };
  return (
    <>
      <Progress number={index + 1} total={sections.length} />
      <h1 ref={heading} tabIndex={-1}>
        {titleOf(section.id)}
      </h1>
      {section.items.map((question) => (
        <Question key={question.id} item={question} ScaleQuestion={ScaleQuestion} />
      ))}
      <Ways>
        <BackButton />
        <button
          class="button"
          type="button"
          onClick={() => (fromReview ? journey.back() : journey.go({ step: next }))}
        >
          {label()}
        </button>
      </Ways>
    </>
  );
}
