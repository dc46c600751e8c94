import { useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { QrCode } from '#ui/parts/qr-code/qr-code.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { daysAfter } from '#ui/team/rounds/round-defaults.ts';
import { CopyButton } from '#ui/team/session/copy-button.tsx';
import { SaveFileButton } from './save-file-button.tsx';

const linkDays = 7;

interface AddDeviceProps {
  readonly centre: OpenCentre;
}

/** A team link for one more device: made on request, shown when the mailbox knows of it. */
export function AddDevice({ centre }: AddDeviceProps) {
  const { t } = useText();
  const [link, setLink] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const make = async (): Promise<void> => {
    setBusy(true);
    setFailed(false);
    try {
      setLink(await centre.makeTeamLink());
    } catch {
      setFailed(true);
    }
    setBusy(false);
  };
  return (
    <Section
      level={3}
      title={t('settings.addDevice')}
      lead={t('settings.addDeviceText')}
      id="add-device"
    >
      {link === null ? (
        <div>
          <Button busy={busy} onClick={() => void make()}>
            {t('settings.makeLink')}
          </Button>
        </div>
      ) : centre.linksWaiting.value > 0 ? (
        // Opened before the mailbox knows of it, it would be taken for one that was used.
        <>
          <p role="status">
            {centre.sync.value.status === 'offline'
              ? t('keys:devices.linkWaitsOffline')
              : t('keys:devices.linkWaits')}
          </p>
          <div>
            <Button kind="quiet" onClick={() => setLink(null)}>
              {t('parts.cancel')}
            </Button>
          </div>
        </>
      ) : (
        <ReadyLink centre={centre} link={link} onHide={() => setLink(null)} />
      )}
      {failed ? (
        <Notice kind="danger" live>
          {t('settings.linkFailed')}
        </Notice>
      ) : null}
    </Section>
  );
}

interface ReadyLinkProps extends AddDeviceProps {
  readonly link: string;
  readonly onHide: () => void;
}

function ReadyLink({ centre, link, onHide }: ReadyLinkProps) {
  const { t, formats } = useText();
  return (
    <Panel>
      <p role="status">
        <strong>{t('settings.linkReady')}</strong>{' '}
        {t('settings.linkOnce', { day: formats.day(daysAfter(centre.today.value, linkDays)) })}
      </p>
      <div class="settings-qr">
        <QrCode text={link} label={t('settings.teamQr')} />
      </div>
      {centre.sync.value.mailbox === null ? (
        <Notice actions={<SaveFileButton centre={centre} />}>{t('settings.linkFile')}</Notice>
      ) : null}
      <ButtonRow>
        <CopyButton text={link} label={t('settings.copyTeamLink')}>
          {t('settings.copyTeamLink')}
        </CopyButton>
        <Button kind="quiet" onClick={onHide}>
          {t('settings.hideLink')}
        </Button>
      </ButtonRow>
    </Panel>
  );
}
