import { useEffect, useRef, useState } from 'preact/hooks';

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
export function useSavedText(value: string, save: (text: string) => Promise<void>): SavedText {
  const [draft, setDraft] = useState(value);
  const [before, setBefore] = useState<string | null>(null);
  const [state, setState] = useState<SavedText['state']>('untouched');
  const latest = useRef({ draft: value, saved: value, save });
  latest.current.save = save;

  useEffect(() => {
    const now = latest.current;
    if (now.draft === now.saved) {
      now.draft = value;
      setDraft(value);
    }
    now.saved = value;
  }, [value]);

  const keep = (text: string): void => {
    const now = latest.current;
    const previous = now.saved;
    now.saved = text;
    setBefore(previous);
    // "Sparat" is said when it is so.
    void now.save(text).then(
      () => {
        if (latest.current.draft === text) setState('saved');
      },
      () => {
        // Still unsaved: leaving the field once more, or a tap, tries again.
        if (now.saved === text) now.saved = previous;
        setState('failed');
      },
    );
  };
  const flush = (): void => {
    const now = latest.current;
    if (now.draft !== now.saved) keep(now.draft);
  };
  useEffect(() => {
    if (draft === latest.current.saved) return undefined;
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
      const now = latest.current;
      if (now.draft !== now.saved) now.save(now.draft).catch(() => undefined);
    };
  }, []);

  return {
    draft,
    state,
    write(text) {
      latest.current.draft = text;
      setDraft(text);
      setState('writing');
    },
    flush,
    undo:
      before === null || state !== 'saved'
        ? null
        : () => {
            const back = before;
            latest.current.draft = back;
            setDraft(back);
            keep(back);
            setBefore(null);
          },
  };
}
