import { BackButton, Ways } from '#ui/answer/frame/survey-frame.tsx';
import { usePage } from '#ui/answer/page/page-context.ts';
import { useHandIn } from './use-hand-in.ts';

/** What handing in means, the button that does it, and what happened where it did not work. */
export function HandIn() {
  const { journey, text } = usePage();
  const { busy, problem, handIn } = useHandIn(() => journey.restart('thanks'));
  const label = () => {
    if (busy) return text.t('review.sealing');
    return problem === 'full' || problem === 'failed'
      ? text.t('review.again')
      : text.t('review.handIn');
  };
  return (
    <>
      <p class="notice">{text.t('review.final')}</p>
      <div role="alert">
        {problem !== undefined && <p class="notice notice-danger">{text.t(`review.${problem}`)}</p>}
      </div>
      <Ways>
        <BackButton />
        {/* Stays focusable while it works: a disabled button would drop the reader's place. */}
        <button class="button" type="button" aria-disabled={busy} onClick={handIn}>
          {label()}
        </button>
      </Ways>
    </>
  );
}
