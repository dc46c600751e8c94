import type { AnswerPhase } from '#app/answer/answer-app.ts';
import { SurveyFrame } from '#ui/answer/frame/survey-frame.tsx';
import { usePage } from '#ui/answer/page/page-context.ts';
import type { ScaleQuestionType } from '#ui/answer/question/question.tsx';
import { LatePart } from '#ui/answer/page/late-part.tsx';
import { applicableSections } from './applicable-sections.ts';
import { SectionScreen } from './section-screen.tsx';
import { StartScreen } from './start-screen.tsx';

// These come behind the questions, with what seals and sends.
const loadReview = async () => (await import('#ui/answer/review/review-screen.tsx')).ReviewScreen;
const loadThanks = async () => (await import('#ui/answer/thanks/thanks-screen.tsx')).ThanksScreen;

type Ready = Extract<AnswerPhase, { kind: 'ready' }>;

/** The parents' survey and the team's self-reflection: a start, a screen a section, a review, thanks. */
export function SectionedSurvey({
  form,
  card,
  ScaleQuestion,
  SectionPart = SectionScreen,
}: Pick<Ready, 'form' | 'card'> & {
  readonly ScaleQuestion: ScaleQuestionType;
  /** How a section is shown, where it is not one list of questions. */
  readonly SectionPart?: typeof SectionScreen;
}) {
  const { app, journey, text } = usePage();
  const sections = applicableSections(form, card.services);
  const { step } = journey.place.value;

  const screen = () => {
    switch (step) {
      case 'review':
        return <LatePart key={step} load={loadReview} isScreen sections={sections} />;
      case 'thanks':
        return <LatePart key={step} load={loadThanks} isScreen form={form.id} />;
      default: {
        const section = sections.find(({ id }) => id === step);
        return section === undefined ? (
          <StartScreen card={card} first={sections[0]?.id ?? 'review'} />
        ) : (
          <SectionPart
            key={step}
            section={section}
            sections={sections}
            ScaleQuestion={ScaleQuestion}
          />
        );
      }
    }
  };
  const isUnderWay = step === 'review' || sections.some(({ id }) => id === step);
  return (
    <SurveyFrame centre={card.centre}>
      {app.interview.value && isUnderWay && <p class="frame-note">{text.t('start.reading')}</p>}
      {screen()}
    </SurveyFrame>
  );
}
