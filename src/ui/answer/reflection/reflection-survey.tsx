import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { usePage } from '#ui/answer/page/page-context.ts';
import { SectionedSurvey } from '#ui/answer/survey/sectioned-survey.tsx';
import { ReflectionSection } from './reflection-section.tsx';
import { StopsQuestion } from './stops-question.tsx';
import { WayProvider, type Way } from './way.ts';

/** The team's self-reflection: the same way through as the parents', with six stops and a comment at each statement. */
export function ReflectionSurvey() {
  const { app, journey } = usePage();
  const way = useSignal<Way>('list');
  const { step } = journey.place.value;
  useEffect(() => {
    // The next person on a tablet meets nothing of the last one, not even how they liked to read.
    if (step === 'thanks') way.value = 'list';
  }, [step]);
  const phase = app.phase.value;
  if (phase.kind !== 'ready') return null;
  return (
    <WayProvider value={way}>
      <SectionedSurvey
        form={phase.form}
        card={phase.card}
        ScaleQuestion={StopsQuestion}
        SectionPart={ReflectionSection}
      />
    </WayProvider>
  );
}
