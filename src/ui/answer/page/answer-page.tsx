import type { AnswerApp } from '#app/answer/answer-app.ts';
import type { Journey } from '#ui/answer/journey/journey.ts';
import type { LanguageState } from '#ui/answer/language/language-state.ts';
import { MessageScreen } from '#ui/answer/message/message-screen.tsx';
import { ScaleQuestion } from '#ui/answer/question/scale-question.tsx';
import { SectionedSurvey } from '#ui/answer/survey/sectioned-survey.tsx';
import { LatePart } from './late-part.tsx';
import { PageProvider, type Page } from './page-context.ts';
import './answer-page.css';

// Fetched only where they are met: the parent's phone never carries them.
const loadChildSurvey = async () => (await import('#ui/answer/child/child-survey.tsx')).ChildSurvey;
const loadReflectionSurvey = async () =>
  (await import('#ui/answer/reflection/reflection-survey.tsx')).ReflectionSurvey;
const loadTabletCare = async () => (await import('#ui/answer/tablet/tablet-care.tsx')).TabletCare;

/** The whole page: the survey of the card, or a message in its place. */
export function AnswerPage({
  app,
  journey,
  languages,
  nextPerson,
}: {
  readonly app: AnswerApp;
  readonly journey: Journey;
  readonly languages: LanguageState;
  readonly nextPerson: Page['nextPerson'];
}) {
  const phase = app.phase.value;
  const text = languages.text.value;
  // The first screen of the document stands in our place until a language is there.
  if (text === undefined) return null;

  const screen = () => {
    if (phase.kind !== 'ready') return <MessageScreen phase={phase} />;
    if (text.form('title') === undefined) {
      const kind = languages.failed.value === undefined ? 'loading' : 'unreachable';
      return <MessageScreen phase={{ kind }} />;
    }
    switch (phase.form.id) {
      case 'children':
        return <LatePart load={loadChildSurvey} />;
      case 'reflection':
        return <LatePart load={loadReflectionSurvey} />;
      case 'parents':
        return (
          <SectionedSurvey form={phase.form} card={phase.card} ScaleQuestion={ScaleQuestion} />
        );
    }
  };

  return (
    <PageProvider value={{ app, journey, languages, text, nextPerson }}>
      {screen()}
      {app.mode === 'tablet' && <LatePart load={loadTabletCare} />}
    </PageProvider>
  );
}
