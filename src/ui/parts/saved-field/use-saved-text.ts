import { useEffect, useRef, useState } from 'preact/hooks';
import { createTextDraft, type TextKeeper } from './text-draft.ts';

/** A text being written that is kept by itself. */
export interface SavedText {
  readonly draft: string;
  readonly write: (text: string) => void;
  /** Saves now, if anything is unsaved: call when the field is left. */
  readonly flush: () => void;
  /** What stood there before the last saving, or null when there is nothing to take back. */
  readonly undo: (() => void) | null;
  readonly state: 'untouched' | 'writing' | 'saved' | 'failed';
}

const rest = 5000;

/**
 * Keeps a text without a save button: on leaving, after 5 s of rest, and when the screen goes. While nobody writes,
 * the draft follows `value` (another device may change it).
 */
export function useSavedText(value: string, keeper: TextKeeper): SavedText {
  const [text] = useState(() => createTextDraft(value, keeper.shown));
  const [draft, setDraft] = useState(value);
  const [before, setBefore] = useState<string | null>(null);
  const [state, setState] = useState<SavedText['state']>('untouched');
  const save = useRef(keeper.save);
  save.current = keeper.save;

  useEffect(() => {
    if (text.follow(value, keeper.shown)) setDraft(value);
  }, [value, keeper.shown.join()]);

  // "Sparat" is said when it is so.
  const say = (kept: string, saving: Promise<void>): void => {
    void saving.then(
      () => {
        if (text.text === kept) setState('saved');
      },
      // Still unsaved: leaving the field once more, or a tap, tries again.
      () => setState('failed'),
    );
  };
  const flush = (): void => {
    if (!text.isDirty) return;
    setBefore(text.saved);
    say(text.text, text.keep(save.current));
  };
  useEffect(() => {
    if (!text.isDirty) return undefined;
    const timer = setTimeout(flush, rest);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(() => {
    // A tab that is closed or put aside gets no blur that can be relied on.
    const onHidden = (): void => {
      if (document.visibilityState === 'hidden') flush();
    };
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      if (text.isDirty) text.keep(save.current).catch(() => undefined);
    };
  }, []);

  return {
    draft,
    state,
    write(next) {
      text.text = next;
      setDraft(next);
      setState('writing');
    },
    flush,
    undo:
      before === null || state !== 'saved'
        ? null
        : () => {
            setDraft(before);
            setBefore(null);
            say(before, text.takeBack(before, save.current));
          },
  };
}
