import { whenIdle } from '#ui/parts/later/when-idle.ts';

/** A chart is near when it is within so much of a window's height. */
const nearness = '50%';

/**
 * Draws once: at once where it is near what the window shows, else when the page is idle. What is folded away is not drawn
 * before it is unfolded. Returns how to stop waiting.
 */
export function whenWanted(element: Element, draw: () => void): () => void {
  let isOver = false;
  let stopIdle = (): void => undefined;
  const watcher = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) finish(draw);
    },
    { rootMargin: nearness },
  );
  function finish(last: () => void): void {
    if (isOver) return;
    isOver = true;
    watcher.disconnect();
    stopIdle();
    last();
  }
  watcher.observe(element);
  stopIdle = whenIdle(() => {
    // Folded away it has no size to be drawn in.
    if (element.getClientRects().length > 0) finish(draw);
  });
  return () => finish(() => undefined);
}
