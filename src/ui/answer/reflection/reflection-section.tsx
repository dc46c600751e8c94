import type { Section } from '#instruments/form.ts';
import type { ScaleQuestionType } from '#ui/answer/question/question.tsx';
import { SectionScreen } from '#ui/answer/survey/section-screen.tsx';
import { OneStatement } from './one-statement.tsx';
import { useWay } from './way.ts';
import { WayChoice } from './way-choice.tsx';

/** One area of the reflection, in the way that the person has chosen. */
export function ReflectionSection(props: {
  readonly section: Section;
  readonly sections: readonly Section[];
  readonly ScaleQuestion: ScaleQuestionType;
}) {
  const way = useWay();
  return (
    <>
      <WayChoice />
      {way.value === 'list' ? <SectionScreen {...props} /> : <OneStatement {...props} />}
    </>
  );
}
