import type { ReadonlySignal } from '@preact/signals';
import { createContext, type ComponentChildren } from 'preact';
import { useCallback, useContext, useEffect, useRef, useState } from 'preact/hooks';
import { useText } from '#ui/parts/text/text.tsx';
import { Button } from '#ui/parts/button/button.tsx';
import './toast.css';

/** A short word about what was just done, with a way back. */
export interface ToastMessage {
  readonly text: string;
  readonly undo?: () => void;
}

type ShowToast = (message: ToastMessage) => void;

const ToastContext = createContext<ShowToast>(() => {});

/** `const toast = useToast(); toast({ text, undo })`: said aloud, stays 5 s (10 s with an undo, and as long as it is held). */
export function useToast(): ShowToast {
  return useContext(ToastContext);
}

const staysMs = 5_000;
const staysWithUndoMs = 10_000;

interface ToastProviderProps {
  /** What the page shows now. A toast goes with what it was said in; said in '' it stays. Null: nothing may be said. */
  readonly scope: ReadonlySignal<string | null>;
  readonly children: ComponentChildren;
}

interface Said extends ToastMessage {
  readonly within: string;
}

/** Holds the one toast of the page. Wrap the app in it. */
export function ToastProvider({ scope, children }: ToastProviderProps) {
  const { t } = useText();
  const [said, setMessage] = useState<Said | null>(null);
  const [held, setHeld] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = useCallback<ShowToast>(
    (next) => {
      const within = scope.peek();
      if (within !== null) setMessage({ ...next, within });
    },
    [scope],
  );
  const now = scope.value;
  const isOver = said !== null && (now === null || (said.within !== '' && said.within !== now));
  const message = isOver ? null : said;
  useEffect(() => {
    if (!isOver) return;
    setHeld(false);
    setMessage(null);
  }, [isOver]);
  useEffect(() => {
    if (message === null || held) return undefined;
    const ms = message.undo === undefined ? staysMs : staysWithUndoMs;
    timer.current = setTimeout(() => setMessage(null), ms);
    return () => clearTimeout(timer.current);
  }, [message, held]);
  const close = (): void => {
    setHeld(false);
    setMessage(null);
  };
  return (
    <ToastContext.Provider value={show}>
      {children}
      <div
        class="toast-place"
        onFocusIn={() => setHeld(true)}
        onFocusOut={() => setHeld(false)}
        onMouseEnter={() => setHeld(true)}
        onMouseLeave={() => setHeld(false)}
      >
        <div role="status">
          {message === null ? null : <p class="toast-text">{message.text}</p>}
        </div>
        {message === null ? null : (
          <div class="toast-actions">
            {message.undo === undefined ? null : (
              <Button
                kind="quiet"
                onClick={() => {
                  message.undo?.();
                  close();
                }}
              >
                {t('parts.undo')}
              </Button>
            )}
            <Button kind="quiet" onClick={close}>
              {t('parts.close')}
            </Button>
          </div>
        )}
      </div>
    </ToastContext.Provider>
  );
}
