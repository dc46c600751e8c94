import { useEffect, useState } from 'preact/hooks';
import type { NameMailboxResult, OpenCentre } from '#app/team/team-app.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { TextField } from '#ui/parts/field/field.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { KitPrompt } from '#ui/team/keys/kit-prompt.tsx';
import { VisuallyHidden } from '#ui/parts/visually-hidden/visually-hidden.tsx';

/** Where the centre's envelopes meet, or the way to get such a place. */
export function Mailbox({ centre }: { readonly centre: OpenCentre }) {
  const { t } = useText();
  const [changing, setChanging] = useState(false);
  const { mailbox, status } = centre.sync.value;
  return (
    <Section title={t('settings.mailbox')} lead={t('settings.mailboxLead')} id="mailbox">
      <p role="status">
        {mailbox === null ? '' : `${t('settings.mailboxIs', { origin: mailbox })} `}
        {t(`settings.mailboxState.${mailbox === null ? 'none' : status}`)}
      </p>
      {mailbox === null || changing ? (
        <NameMailbox centre={centre} onDone={() => setChanging(false)} />
      ) : (
        <div>
          <Button kind="quiet" onClick={() => setChanging(true)}>
            {t('settings.mailboxChange')}
          </Button>
        </div>
      )}
    </Section>
  );
}

interface NameMailboxProps {
  readonly centre: OpenCentre;
  readonly onDone: () => void;
}

function NameMailbox({ centre, onDone }: NameMailboxProps) {
  const { t } = useText();
  const toast = useToast();
  const named = centre.sync.value.mailbox;
  const [origin, setOrigin] = useState('');
  const [code, setCode] = useState('');
  const [found, setFound] = useState<{ needsCode: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  const [asksKit, setAsksKit] = useState(false);
  const [trouble, setTrouble] = useState<Exclude<
    Extract<NameMailboxResult, { ok: false }>['why'],
    'needsKit'
  > | null>(null);
  useEffect(() => {
    let gone = false;
    const here = window.location.origin;
    // Often the page itself comes from the mailbox's server: then nobody should have to type its address.
    void centre.probeMailbox(here).then((probe) => {
      if (gone || probe === null || here === named) return;
      setFound(probe);
      setOrigin((written) => (written === '' ? here : written));
    });
    return () => {
      gone = true;
    };
  }, [centre, named]);

  const connect = async (kit?: string): Promise<void> => {
    setTrouble(null);
    setAsksKit(false);
    setBusy(true);
    const result = await centre.nameMailbox(origin.trim(), code.trim(), kit);
    setBusy(false);
    if (!result.ok) {
      if (result.why === 'needsKit') setAsksKit(true);
      else setTrouble(result.why);
      return;
    }
    toast({ text: t('settings.mailboxDone') });
    onDone();
  };
  const here = found !== null && origin === window.location.origin;
  const error = (...whys: readonly string[]): string | undefined =>
    trouble !== null && whys.includes(trouble) ? t(`settings.mailboxError.${trouble}`) : undefined;
  if (asksKit) {
    return (
      <Panel>
        <KitPrompt
          centre={centre}
          onKit={(kit) => void connect(kit)}
          onCancel={() => setAsksKit(false)}
        />
      </Panel>
    );
  }
  return (
    <Panel>
      <form
        class="settings-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void connect();
        }}
      >
        {here ? <p>{t('settings.mailboxFound')}</p> : null}
        <TextField
          label={t('settings.mailboxOrigin')}
          help={t('settings.mailboxOriginHelp')}
          inputMode="url"
          spellcheck={false}
          value={origin}
          onInput={setOrigin}
          error={error('unreachable', 'notAMailbox', 'badAddress', 'taken')}
        />
        {here && !found.needsCode && trouble !== 'wrongCode' ? null : (
          <TextField
            label={t('settings.mailboxCode')}
            help={t('settings.mailboxCodeHelp')}
            spellcheck={false}
            value={code}
            short
            onInput={setCode}
            error={error('wrongCode')}
          />
        )}
        <div role="status">
          {trouble === null ? null : (
            <VisuallyHidden>{t(`settings.mailboxError.${trouble}`)}</VisuallyHidden>
          )}
        </div>
        <ButtonRow>
          <Button kind="primary" type="submit" busy={busy}>
            {busy ? t('settings.mailboxWorking') : t('settings.mailboxUse')}
          </Button>
          {named === null ? null : (
            <Button kind="quiet" onClick={onDone}>
              {t('parts.cancel')}
            </Button>
          )}
        </ButtonRow>
      </form>
    </Panel>
  );
}
