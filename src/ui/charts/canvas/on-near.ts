/** Calls back once, when the element comes within a screen or so of the window. Returns how to stop. */
export function onNear(element: Element, call: () => void): () => void {
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      call();
    },
    { rootMargin: '600px' },
  );
  watch.observe(element);
  return () => watch.disconnect();
}
