import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { usePage } from '#ui/answer/page/page-context.ts';
import { SectionedSurvey } from '#ui/answer/survey/sectioned-survey.tsx';
import { Curtain } from './curtain.tsx';
import { ReflectionSection } from './reflection-section.tsx';
import { StopsQuestion } from './stops-question.tsx';
import { WayProvider, type Way } from './way.ts';

/** The team's self-reflection: the same way through as the parents', with six stops and a comment at each statement. */
export function ReflectionSurvey() {
  const { app, journey } = usePage();
  const way = useSignal<Way>('list');
  const isCurtainDown = useSignal(false);
  const { step } = journey.place.value;
  useEffect(() => {
    if (step !== 'thanks') return;
    // The next person on a tablet meets nothing of the last one, not even how they liked to read.
    way.value = 'list';
    isCurtainDown.value = app.mode === 'tablet';
  }, [step]);
  const drawAside = (): void => {
    isCurtainDown.value = false;
  };
  const phase = app.phase.value;
  if (phase.kind !== 'ready') return null;
  if (isCurtainDown.value && step === 'start') {
    return <Curtain centre={phase.card.centre} onDraw={drawAside} />;
  }
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
