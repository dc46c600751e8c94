import { useEffect, useState } from 'preact/hooks';
import { usePage } from '#ui/answer/page/page-context.ts';
import { askToKeep } from './kept-storage.ts';

/** Offers the whole screen wherever it is not had already; again when it has been left. */
export function FullScreenButton() {
  const { text } = usePage();
  const [isFull, setIsFull] = useState(document.fullscreenElement !== null);
  useEffect(() => {
    const look = (): void => setIsFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, []);
  // Older iPads know it by another name only, and an installed page in full screen needs none.
  const isOffered =
    document.fullscreenEnabled && !matchMedia('(display-mode: fullscreen)').matches && !isFull;
  if (!isOffered) return null;
  const open = (): void => {
    askToKeep();
    void document.documentElement
      .requestFullscreen({ navigationUI: 'hide' })
      .catch(() => undefined);
  };
  return (
    <button class="full-screen" type="button" onClick={open}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5" />
      </svg>
      {text.t('tablet.fullScreen')}
    </button>
  );
}
