import { useEffect, useRef } from 'preact/hooks';

/** Moves focus to a new screen's heading, and the view to its top; give the heading `tabIndex={-1}`. */
export function useHeadingFocus(screen: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [screen]);
  return heading;
}
