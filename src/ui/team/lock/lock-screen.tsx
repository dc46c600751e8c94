import { useEffect, useState } from 'preact/hooks';
import type { LockedView } from '#app/team/lock-intents.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/parts/button/button.tsx';
import { TextField } from '#ui/parts/field/field.tsx';
import { Page } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { VisuallyHidden } from '#ui/parts/visually-hidden/visually-hidden.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import { useSession } from '#ui/team/session/session.tsx';
import { waitWords } from './wait-words.ts';
import '#ui/team/start/form.css';
import './lock.css';

/** A centre that waits for its code. Nothing of it but its name is on the page. */
export function LockScreen({ locked }: { readonly locked: LockedView }) {
  const { t } = useText();
  const { app } = useSession();
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  useEffect(() => {
    document.getElementById('lock-code')?.focus();
    void app.unlockWait().then((ms) => {
      if (ms > 0) setError(waitWords(ms, t));
    });
  }, []);
  const unlock = async (): Promise<void> => {
    if (pin === '') return;
    setBusy(true);
    const result = await app.unlock(pin);
    if (result.ok) return; // The page behind it comes by itself.
    setBusy(false);
    setPin('');
    const words = result.why === 'wrong' ? `${t('keys:lock.wrong')} ` : '';
    setError(`${words}${result.waitMs > 0 ? waitWords(result.waitMs, t) : ''}`.trim());
    document.getElementById('lock-code')?.focus();
  };
  return (
    <Page
      title={t('keys:lock.screenTitle', { name: locked.name })}
      lead={t('keys:lock.screenLead')}
    >
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        <TextField
          id="lock-code"
          type="password"
          inputMode="numeric"
          label={t('keys:lock.code')}
          value={pin}
          short
          onInput={(typed) => {
            setPin(typed);
            setError(undefined);
          }}
          error={error}
        />
        <div role="status">
          <VisuallyHidden>{error}</VisuallyHidden>
        </div>
        <ButtonRow>
          <Button kind="primary" type="submit" busy={busy}>
            {busy ? t('keys:lock.unlocking') : t('keys:lock.unlock')}
          </Button>
        </ButtonRow>
      </form>
      <details class="lock-forgot">
        <summary>{t('keys:lock.forgot')}</summary>
        <p class="form-help">{t('keys:lock.forgotText')}</p>
        <ButtonRow>
          <ButtonLink kind="quiet" href={pathTo.join()}>
            {t('keys:lock.forgotJoin')}
          </ButtonLink>
          <ButtonLink kind="quiet" href={pathTo.restore()}>
            {t('keys:restore.way')}
          </ButtonLink>
          <ButtonLink kind="quiet" href={pathTo.start()}>
            {t('keys:lock.otherCentre')}
          </ButtonLink>
        </ButtonRow>
      </details>
    </Page>
  );
}
