import { useEffect, useRef, useState } from 'preact/hooks';
import type { Mark } from '#instruments/form.ts';

const restMs = 1_200;

/** A choice among radios: what is shown as chosen, and the handlers of the group that it is made in. */
export interface Choice {
  readonly mark: Mark | null;
  choose(mark: Mark): void;
  onKeyDown(): void;
  onPointerDown(): void;
  onFocusOut(event: FocusEvent): void;
}

/**
 * A tap is kept at once. Arrow keys pass over every stop on their way, and each stop would stand in the history as if
 * the team had held it: what the keyboard chooses is kept after a moment's rest, or when the keyboard leaves the group.
 */
export function useChoice(kept: Mark | null, keep: (mark: Mark) => void): Choice {
  const [passing, setPassing] = useState<Mark | null>(null);
  const latest = useRef({ passing, keep });
  latest.current = { passing, keep };
  const byKeyboard = useRef(false);
  const settle = (): void => {
    const { passing, keep } = latest.current;
    latest.current.passing = null;
    setPassing(null);
    if (passing !== null) keep(passing);
  };
  useEffect(() => {
    if (passing === null) return undefined;
    const timer = setTimeout(settle, restMs);
    return () => clearTimeout(timer);
  }, [passing]);
  useEffect(() => {
    // Another statement, or a page that is closed: what was chosen is not lost.
    addEventListener('pagehide', settle);
    return () => {
      removeEventListener('pagehide', settle);
      if (latest.current.passing !== null) latest.current.keep(latest.current.passing);
    };
  }, []);
  return {
    mark: passing ?? kept,
    choose: (mark) => {
      if (byKeyboard.current) setPassing(mark);
      else keep(mark);
    },
    onKeyDown: () => {
      byKeyboard.current = true;
    },
    onPointerDown: () => {
      byKeyboard.current = false;
    },
    onFocusOut: ({ relatedTarget, currentTarget }) => {
      const stays =
        relatedTarget instanceof Node &&
        currentTarget instanceof Node &&
        currentTarget.contains(relatedTarget);
      if (!stays) settle();
    },
  };
}
