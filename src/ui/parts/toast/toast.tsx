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

/** Holds the one toast of the page. Wrap the app in it. */
export function ToastProvider({ children }: { readonly children: ComponentChildren }) {
  const { t } = useText();
  const [message, setMessage] = useState<ToastMessage | null>(null);
  const [held, setHeld] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = useCallback<ShowToast>((next) => setMessage(next), []);
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
