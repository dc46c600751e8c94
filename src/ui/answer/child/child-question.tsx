import type { ScaleItem } from '#instruments/form.ts';
import { usePage } from '#ui/answer/page/page-context.ts';
import { useHandIn } from '#ui/answer/review/use-hand-in.ts';
import { ChildScreen } from './child-screen.tsx';
import { FaceChoice, pointWords } from './face-choice.tsx';
import { useReaction } from './use-reaction.ts';

/** One of the three questions; the last one hands in. */
export function ChildQuestion({
  item,
  number,
  total,
  next,
}: {
  readonly item: ScaleItem;
  readonly number: number;
  readonly total: number;
  /** The step after this; absent on the last question. */
  readonly next: string | undefined;
}) {
  const { app, journey, text } = usePage();
  const { problem, handIn } = useHandIn(() => journey.restart('done'));
  const chosen = app.draft.value.marks[item.id];
  const goOn = (): void => (next === undefined ? handIn() : journey.go({ step: next }));
  const react = useReaction(goOn);
  return (
    <ChildScreen
      prompt={item.id}
      words={text.form(`items.${item.id}.text`) ?? ''}
      answers={pointWords(text.form, item)}
      next={chosen === undefined ? undefined : goOn}
    >
      <p class="child-dots">
        <span class="visually-hidden">{text.t('frame.progress', { number, total })}</span>
        {Array.from({ length: total }, (_, index) => (
          <i key={index} data-on={index < number} />
        ))}
      </p>
      <FaceChoice
        item={item}
        chosen={chosen}
        choose={(mark) => app.mark(item.id, mark)}
        react={react}
      />
      <div role="alert">
        {problem !== undefined && <p class="notice notice-danger">{text.t('child.adultRetry')}</p>}
      </div>
    </ChildScreen>
  );
}
