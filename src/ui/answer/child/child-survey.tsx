import { useEffect, useRef } from 'preact/hooks';
import type { ScaleItem } from '#instruments/form.ts';
import { usePage } from '#ui/answer/page/page-context.ts';
import { AdultStart } from './adult-start.tsx';
import { ChildEnd } from './child-end.tsx';
import { ChildPractice } from './child-practice.tsx';
import { ChildQuestion } from './child-question.tsx';
import { ChildWant } from './child-want.tsx';
import { TapGuardProvider, useNewTapGuard } from './tap-guard-context.ts';
import './child-survey.css';

/** The child survey: an adult starts, then the child alone meets one thing at a time. */
export function ChildSurvey() {
  const { app, journey } = usePage();
  const phase = app.phase.value;
  const { step } = journey.place.value;
  const guard = useNewTapGuard();
  const shown = useRef(step);
  useEffect(() => {
    // Not for the very first screen: nothing came before it that a tap could belong to.
    if (shown.current !== step) guard.changed();
    shown.current = step;
  }, [guard, step]);
  if (phase.kind !== 'ready') return null;

  const items = phase.form.sections
    .flatMap((section) => section.items)
    .filter((item): item is ScaleItem => item.kind === 'scale');
  const practice = items.find((item) => item.practiceAnswer !== undefined);
  const questions = items.filter((item) => item.practiceAnswer === undefined);
  const prompts = ['want', ...items.map(({ id }) => id)];
  const first = questions[0]?.id ?? 'done';
  const index = questions.findIndex(({ id }) => id === step);
  const question = questions[index];

  const screen = () => {
    if (question !== undefined) {
      return (
        <ChildQuestion
          key={step}
          item={question}
          number={index + 1}
          total={questions.length}
          next={questions[index + 1]?.id}
        />
      );
    }
    switch (step) {
      case 'want':
        return <ChildWant next={practice === undefined ? first : 'practice'} />;
      case 'practice':
        return practice && <ChildPractice item={practice} next={first} />;
      case 'done':
      case 'bye':
        return <ChildEnd key={step} joined={step === 'done'} />;
      default:
        return <AdultStart centre={phase.card.centre} prompts={prompts} />;
    }
  };
  return (
    <TapGuardProvider value={guard}>
      {/* Before any part of the screen hears of a tap, the guard does. */}
      <div
        class="child"
        onClickCapture={(event) => {
          // An adult may be as quick as they like, once the child's last screen is gone.
          if (step === 'start' ? guard.isSettled() : guard.allows()) return;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        {screen()}
      </div>
    </TapGuardProvider>
  );
}
