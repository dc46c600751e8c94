import type { Section } from '#instruments/form.ts';
import { BackButton, Ways } from '#ui/answer/frame/survey-frame.tsx';
import { usePage } from '#ui/answer/page/page-context.ts';
import { useHeadingFocus } from '#ui/answer/page/use-heading-focus.ts';
import { Question, type ScaleQuestionType } from '#ui/answer/question/question.tsx';

/** One statement a screen: which of all it is, and the ways back and on. Nothing moves by itself. */
export function OneStatement({
  section,
  sections,
  ScaleQuestion,
}: {
  readonly section: Section;
  readonly sections: readonly Section[];
  readonly ScaleQuestion: ScaleQuestionType;
}) {
  const { journey, text } = usePage();
  const { item: asked, fromReview = false } = journey.place.value;
  const all = sections.flatMap(({ id, items }) => items.map((item) => ({ step: id, item })));
  const place = Math.max(
    all.findIndex(({ step, item }) => step === section.id && item.id === asked),
    all.findIndex(({ step }) => step === section.id),
  );
  const heading = useHeadingFocus(`${section.id} ${place}`);
  const current = all[place];
  const next = all[place + 1];
  if (current === undefined) return null;
  const label = () => {
    if (fromReview) return text.t('frame.backToReview');
    return next === undefined ? text.t('frame.toReview') : text.t('frame.next');
  };
  const goOn = (): void => {
    if (fromReview) journey.back();
    else
      journey.go(next === undefined ? { step: 'review' } : { step: next.step, item: next.item.id });
  };
  const progress = (text.form('way.progress') ?? '')
    .replace('{{number}}', String(place + 1))
    .replace('{{total}}', String(all.length));
  return (
    <>
      <label class="frame-progress">
        {progress}
        <progress value={place + 1} max={all.length} />
      </label>
      <h1 ref={heading} tabIndex={-1}>
        {text.form(`sections.${section.id}.title`)}
      </h1>
      <Question key={current.item.id} item={current.item} ScaleQuestion={ScaleQuestion} />
      <Ways>
        <BackButton />
        <button class="button" type="button" onClick={goOn}>
          {label()}
        </button>
      </Ways>
    </>
  );
}
