import { useEffect, useRef } from 'preact/hooks';
import { usePage } from '#ui/answer/page/page-context.ts';
import { graceMs } from './use-idle.ts';

/** Warns before a survey that someone seems to have left is wiped, and lets them stay with one tap. */
export function IdleWarning({
  onStay,
  onLeft,
}: {
  readonly onStay: () => void;
  readonly onLeft: () => void;
}) {
  const { text } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    const timer = setTimeout(onLeft, graceMs);
    return () => clearTimeout(timer);
    // Once a warning: a new closure must not start the time again.
  }, []);
  return (
    <dialog class="sheet" ref={dialog} onCancel={onStay} aria-labelledby="idle-title">
      <div class="sheet-body">
        <h2 id="idle-title">{text.t('tablet.idleTitle')}</h2>
        <p>{text.t('tablet.idleBody', { seconds: graceMs / 1000 })}</p>
        <i class="sheet-time" aria-hidden="true" />
        <div class="sheet-ways">
          <button class="button button-quiet" type="button" onClick={onLeft}>
            {text.t('tablet.idleRestart')}
          </button>
          <button class="button" type="button" onClick={onStay}>
            {text.t('tablet.idleStay')}
          </button>
        </div>
      </div>
    </dialog>
  );
}
