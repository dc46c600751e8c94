import { useEffect, useRef } from 'preact/hooks';
import { useText } from '#ui/parts/text/text.tsx';

/** How loud it is, so that whoever reads sees that the microphone hears. */
export function LevelBar({ level }: { readonly level: () => number }) {
  const { t } = useText();
  const bar = useRef<HTMLMeterElement>(null);
  useEffect(() => {
    let frame = requestAnimationFrame(draw);
    function draw(): void {
      // Past the page's own rendering: sixty times a second is for this one value alone.
      if (bar.current !== null) bar.current.value = level();
      frame = requestAnimationFrame(draw);
    }
    return () => cancelAnimationFrame(frame);
  }, [level]);
  return (
    <meter ref={bar} class="voice-level" aria-label={t('questions:voices.level')} min={0} max={1} />
  );
}
