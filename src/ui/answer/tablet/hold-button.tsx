import { useEffect, useRef, useState } from 'preact/hooks';
import { usePage } from '#ui/answer/page/page-context.ts';

const holdMs = 3_000;

/** A quiet button that wants to be held for three seconds, by finger or by Enter. */
export function HoldButton({ onHeld }: { readonly onHeld: () => void }) {
  const { text } = usePage();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [held, setHeld] = useState(false);
  const release = (): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
    setHeld(false);
  };
  const press = (): void => {
    // A held key repeats: one press is one hold.
    if (timer.current !== undefined) return;
    setHeld(true);
    timer.current = setTimeout(() => {
      release();
      onHeld();
    }, holdMs);
  };
  useEffect(() => release, []);
  const isPress = ({ key }: KeyboardEvent): boolean => key === 'Enter' || key === ' ';
  return (
    <button
      class="hold"
      type="button"
      data-held={held}
      aria-description={text.t('tablet.leaveHint')}
      onPointerDown={press}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      onBlur={release}
      onKeyDown={(event) => isPress(event) && press()}
      onKeyUp={release}
      onContextMenu={(event) => event.preventDefault()}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M7 11V8a5 5 0 0 1 10 0v3M5 11h14v9H5z" />
      </svg>
      {held ? text.t('tablet.leaveHint') : text.t('tablet.leave')}
    </button>
  );
}
