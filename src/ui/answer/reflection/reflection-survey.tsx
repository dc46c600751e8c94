import { usePage } from '#ui/answer/page/page-context.ts';
import { SectionedSurvey } from '#ui/answer/survey/sectioned-survey.tsx';
import { StopsQuestion } from './stops-question.tsx';

/** The team's self-reflection: the same way through as the parents', with six stops a statement. */
export function ReflectionSurvey() {
  const phase = usePage().app.phase.value;
  if (phase.kind !== 'ready') return null;
  return <SectionedSurvey form={phase.form} card={phase.card} ScaleQuestion={StopsQuestion} />;
}
