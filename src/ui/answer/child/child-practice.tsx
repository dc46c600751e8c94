import { useState } from 'preact/hooks';
import type { ScaleItem } from '#instruments/form.ts';
import { usePage } from '#ui/answer/page/page-context.ts';
import { isRecorded } from '#ui/answer/voice/use-prompt.ts';
import { ChildScreen } from './child-screen.tsx';
import { FaceChoice, pointWords } from './face-choice.tsx';
import { practiceAfter } from './practice.ts';
import { useTapGuard } from './tap-guard-context.ts';
import { useReaction } from './use-reaction.ts';

/** The practice question with its known answer: learns the faces, and flags a child that guesses. */
export function ChildPractice({ item, next }: { readonly item: ScaleItem; readonly next: string }) {
  const { app, journey, text } = usePage();
  const guard = useTapGuard();
  const [chosen, setChosen] = useState<number | 'declined'>();
  const [misses, setMisses] = useState(0);
  const goOn = (): void => {
    if (chosen === undefined) return;
    const outcome = practiceAfter(chosen, item.practiceAnswer ?? 0, misses);
    if (outcome === undefined) {
      guard.changed();
      setMisses(misses + 1);
      setChosen(undefined);
      return;
    }
    app.setChild({ practice: outcome });
    journey.go({ step: next });
  };
  const react = useReaction(goOn);
  return (
    <ChildScreen
      prompt={misses > 0 && isRecorded(app, text.language, 'again') ? 'again' : item.id}
      words={text.form(`items.${item.id}.text`) ?? ''}
      answers={pointWords(text.form, item)}
      before={misses > 0 ? text.t('child.again') : text.form(`items.${item.id}.help`)}
      next={chosen === undefined ? undefined : goOn}
    >
      <FaceChoice key={misses} item={item} chosen={chosen} choose={setChosen} react={react} />
    </ChildScreen>
  );
}
