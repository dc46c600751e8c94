import { useEffect, useState } from 'preact/hooks';
import { kitLinkSaysWhere } from '#app/team/kit-words.ts';
import type { RestoreCentreResult } from '#app/team/team-app.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/parts/button/button.tsx';
import { TextField } from '#ui/parts/field/field.tsx';
import { FilePicker } from '#ui/parts/file-picker/file-picker.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Page } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { VisuallyHidden } from '#ui/parts/visually-hidden/visually-hidden.tsx';
import { KitEntry } from '#ui/team/keys/kit-entry.tsx';
import { kitErrorWords } from '#ui/team/keys/kit-error.ts';
import { arrivedLink } from '#ui/team/session/incoming-link.ts';
import { pathTo } from '#ui/team/session/paths.ts';
import { useSession } from '#ui/team/session/session.tsx';
import { RestoredScreen } from './restored-screen.tsx';
import './form.css';

type Trouble = Extract<RestoreCentreResult, { ok: false }>;

/** Whether something is wrong with the kit itself, rather than with where it leads. */
function isOfKit(trouble: Trouble): trouble is Parameters<typeof kitErrorWords>[0] {
  return ['empty', 'otherCode', 'unknownWord', 'count', 'checksum'].includes(trouble.why);
}

/** Brings a centre back with the printed kit: scanned or typed, from the mailbox or from a file. */
export function RestoreScreen() {
  const { t } = useText();
  const { app, preferences, incomingLink } = useSession();
  const [arrived] = useState(() => arrivedLink('kit'));
  // Who cancels leaves a tab behind: the scanned kit must not wait in it for the next one.
  useEffect(
    () => () => {
      if (arrivedLink('kit') !== null) incomingLink.value = null;
    },
    [],
  );
  const [kit, setKit] = useState(arrived ?? '');
  const [typedMailbox, setMailbox] = useState<string | null>(null);
  const [mailboxHere, setMailboxHere] = useState(false);
  const [deviceName, setDeviceName] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [nameless, setNameless] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | 'failed' | null>(null);
  const [done, setDone] = useState<{ readonly wasHere: boolean } | null>(null);

  const here = window.location.origin;
  const saysWhere = kitLinkSaysWhere(kit);
  // Often the page itself comes from the mailbox's server. A code names its own; who brings a file may have none.
  const mailbox = typedMailbox ?? (mailboxHere && !saysWhere && file === null ? here : '');
  useEffect(() => {
    let gone = false;
    void app.hasMailbox(here).then((has) => {
      if (!gone) setMailboxHere(has);
    });
    return () => {
      gone = true;
    };
  }, [app, here]);

  const restore = async (): Promise<void> => {
    setTrouble(null);
    const name = deviceName.trim();
    if (name === '') {
      setNameless(true);
      document.getElementById('restore-device')?.focus();
      return;
    }
    setBusy(true);
    try {
      const result = await app.restore({
        kit,
        mailbox,
        file: await file?.text(),
        deviceName: name,
      });
      if (result.ok) {
        incomingLink.value = null;
        preferences.setLastSpace(result.space);
        setDone({ wasHere: result.wasHere });
        return;
      }
      setTrouble(result);
      if (isOfKit(result)) document.getElementById('restore-kit')?.focus();
    } catch {
      setTrouble('failed');
    }
    setBusy(false);
  };
  const centre = app.current.value;
  if (done !== null && centre !== null) {
    return <RestoredScreen centre={centre} kit={kit} wasHere={done.wasHere} />;
  }
  const kitError =
    trouble !== null && trouble !== 'failed' && isOfKit(trouble)
      ? kitErrorWords(trouble, t)
      : undefined;
  const otherWhy =
    trouble === 'failed' ? 'failed' : trouble === null || isOfKit(trouble) ? null : trouble.why;
  return (
    <Page
      title={t('keys:restore.title')}
      lead={arrived === null ? t('keys:restore.lead') : t('keys:restore.leadReady')}
    >
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void restore();
        }}
      >
        <KitEntry
          id="restore-kit"
          value={kit}
          error={kitError}
          onInput={(text) => {
            setKit(text);
            setTrouble(null);
          }}
        />
        {mailboxHere && mailbox === here ? <p>{t('settings.mailboxFound')}</p> : null}
        <TextField
          label={t('keys:restore.mailbox')}
          help={saysWhere ? t('keys:restore.mailboxFrom') : t('keys:restore.mailboxHelp')}
          inputMode="url"
          spellcheck={false}
          value={mailbox}
          onInput={setMailbox}
          error={otherWhy === 'badAddress' ? t('keys:restore.error.badAddress') : undefined}
        />
        <TextField
          id="restore-device"
          label={t('create.device')}
          help={t('create.deviceHelp')}
          value={deviceName}
          maxLength={60}
          onInput={(text) => {
            setDeviceName(text);
            setNameless(false);
          }}
          error={nameless ? t('create.deviceError') : undefined}
        />
        <FilePicker
          label={t('keys:restore.file')}
          help={t('keys:restore.fileHelp')}
          choose={t('join.fileChoose')}
          chosen={file === null ? undefined : t('join.fileChosen', { name: file.name })}
          onFile={setFile}
        />
        <div role="status">
          <VisuallyHidden>{kitError}</VisuallyHidden>
        </div>
        {otherWhy === null ? null : (
          <Notice kind="danger" live>
            {t(`keys:restore.error.${otherWhy}`)}
          </Notice>
        )}
        <ButtonRow>
          <Button kind="primary" type="submit" busy={busy}>
            {busy ? t('keys:restore.working') : t('keys:restore.submit')}
          </Button>
          <ButtonLink kind="quiet" href={pathTo.start()}>
            {t('parts.cancel')}
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
