import { useEffect, useRef, useState } from 'preact/hooks';
import { usePage } from '#ui/answer/page/page-context.ts';
import { gateCode, gateWords, typedCode } from './gate-code.ts';
import { KioskStatus } from './kiosk-status.tsx';

function randomBelow(below: number): number {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
  return value % below;
}

/** Asks for three digits that are written in words, and then leads to the team's page. */
export function AdultGate({ onClose }: { readonly onClose: () => void }) {
  const { app, text } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  const [code] = useState(() => gateCode(randomBelow));
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const open = (event: SubmitEvent): void => {
    event.preventDefault();
    if (typedCode(typed) !== code) {
      setWrong(true);
      return;
    }
    app.startOver();
    location.assign(app.teamUrl);
  };
  return (
    <dialog class="sheet" ref={dialog} onClose={onClose} aria-labelledby="gate-title">
      <form class="sheet-body" onSubmit={open}>
        <h2 id="gate-title">{text.t('tablet.gateTitle')}</h2>
        <label class="sheet-field">
          {text.t('tablet.gateLead', { digits: gateWords(code, text) })}
          <input
            inputMode="numeric"
            autocomplete="off"
            maxLength={3}
            value={typed}
            aria-label={`${text.t('tablet.gateLead', { digits: gateWords(code, text) })} (${text.t('tablet.gateCode')})`}
            onInput={(event) => {
              setWrong(false);
              setTyped(event.currentTarget.value);
            }}
          />
        </label>
        <p role="alert">{wrong && text.t('tablet.gateWrong')}</p>
        <KioskStatus />
        <div class="sheet-ways">
          <button class="button button-quiet" type="button" onClick={onClose}>
            {text.t('tablet.gateStay')}
          </button>
          <button class="button" type="submit">
            {text.t('tablet.gateOpen')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
