import { BackButton, Ways } from '#ui/answer/frame/survey-frame.tsx';
import { usePage } from '#ui/answer/page/page-context.ts';
import type { HandingIn } from './use-hand-in.ts';

/** What handing in means, the button that does it, and what happened where it did not work. */
export function HandIn({ busy, problem, handIn }: HandingIn) {
  const { app, text } = usePage();
  const isRefused = problem !== undefined && problem !== 'empty';
  const label = () => {
    if (busy) return text.t('review.sealing');
    return text.t(isRefused ? 'review.again' : 'review.handIn');
  };
  return (
    <>
      <p class="notice">{text.t('review.final')}</p>
      <div role="alert">
        {problem !== undefined && <p class="notice notice-danger">{text.t(`review.${problem}`)}</p>}
      </div>
      {isRefused && app.canSendUnsaved && !app.isUnsaved.value && (
        <button class="button button-edged" type="button" onClick={() => handIn('unsaved')}>
          {text.t('review.sendNow')}
        </button>
      )}
      <Ways>
        <BackButton />
        {/* Stays focusable while it works: a disabled button would drop the reader's place. */}
        <button class="button" type="button" aria-disabled={busy} onClick={() => handIn()}>
          {label()}
        </button>
      </Ways>
    </>
  );
}
