import { useState } from 'preact/hooks';
import type { JoinResult } from '#app/team/team-app.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/parts/button/button.tsx';
import { TextArea, TextField } from '#ui/parts/field/field.tsx';
import { FilePicker } from '#ui/parts/file-picker/file-picker.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Page } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { arrivedLink } from '#ui/team/session/incoming-link.ts';
import { goTo, pathTo } from '#ui/team/session/paths.ts';
import { useSession } from '#ui/team/session/session.tsx';
import { CodeScanner } from '#ui/team/keys/code-scanner.tsx';
import { canScan } from '#ui/team/keys/use-code-scanner.ts';
import './form.css';

type Trouble = Extract<JoinResult, { ok: false }>['why'] | 'failed' | 'linkError' | null;

/** Connects this device by a team link: opened, pasted or scanned; with the file where there is no mailbox. */
export function JoinScreen() {
  const { t } = useText();
  const { app, preferences, incomingLink } = useSession();
  const [arrived] = useState(() => arrivedLink('join'));
  const [link, setLink] = useState(arrived ?? '');
  const [deviceName, setDeviceName] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [askFile, setAskFile] = useState(false);
  const [scanning, setScanning] = useState(false);
  const [scanned, setScanned] = useState(false);
  const [busy, setBusy] = useState(false);
  const [nameless, setNameless] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>(null);

  const submit = async (losesKit = false): Promise<void> => {
    if (link.trim() === '') {
      setTrouble('linkError');
      document.getElementById('join-link')?.focus();
      return;
    }
    setTrouble(null);
    const name = deviceName.trim();
    if (name === '') {
      setNameless(true);
      document.getElementById('join-device')?.focus();
      return;
    }
    setBusy(true);
    try {
      const result = await app.join(link.trim(), name, await file?.text(), losesKit);
      if (result.ok) {
        incomingLink.value = null;
        preferences.setLastSpace(result.space);
        if (app.current.value?.entry.space !== result.space) await app.openCentre(result.space);
        goTo(pathTo.home());
        return;
      }
      setTrouble(result.why);
      if (result.why === 'needsFile' || result.why === 'wrongFile') setAskFile(true);
    } catch {
      setTrouble('failed');
    }
    setBusy(false);
  };

  return (
    <Page title={t('join.title')} lead={arrived === null ? t('join.lead') : t('join.leadReady')}>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {arrived !== null ? null : scanning ? (
          <CodeScanner
            fits={(text) => text.includes('#join.')}
            help={t('join.scanHelp')}
            other={t('join.scanNotLink')}
            onClose={() => setScanning(false)}
            onCode={(text) => {
              setLink(text);
              setScanned(true);
              setScanning(false);
            }}
          />
        ) : (
          <>
            <TextArea
              id="join-link"
              label={t('join.link')}
              help={t('join.linkHelp')}
              value={link}
              rows={3}
              onInput={setLink}
              error={
                trouble === 'badLink' || trouble === 'linkError' ? t(`join.${trouble}`) : undefined
              }
            />
            {scanned ? (
              <p class="form-help" role="status">
                {t('join.scanned')}
              </p>
            ) : null}
            {canScan() ? (
              <ButtonRow>
                <Button onClick={() => setScanning(true)}>{t('join.scan')}</Button>
              </ButtonRow>
            ) : (
              <p class="form-help">{t('join.noScanner')}</p>
            )}
          </>
        )}
        <TextField
          id="join-device"
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
        {askFile ? (
          <FilePicker
            label={t('join.file')}
            help={t('join.fileHelp')}
            choose={t('join.fileChoose')}
            chosen={file === null ? undefined : t('join.fileChosen', { name: file.name })}
            onFile={setFile}
          />
        ) : null}
        {trouble === 'lockedKit' ? (
          <Notice
            kind="warning"
            title={t('keys:joinLocked.title')}
            live
            actions={
              <Button onClick={() => void submit(true)}>{t('keys:joinLocked.anyway')}</Button>
            }
          >
            {t('keys:joinLocked.text')}
          </Notice>
        ) : null}
        {trouble === null ||
        trouble === 'lockedKit' ||
        trouble === 'linkError' ||
        (trouble === 'badLink' && arrived === null) ? null : (
          <Notice kind={trouble === 'needsFile' ? 'warning' : 'danger'} live>
            {t(`join.${trouble}`)}
          </Notice>
        )}
        <ButtonRow>
          <Button kind="primary" type="submit" busy={busy}>
            {busy ? t('join.working') : t('join.submit')}
          </Button>
          <ButtonLink kind="quiet" href={pathTo.start()}>
            {t('parts.cancel')}
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
