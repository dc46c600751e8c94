import { useState } from 'preact/hooks';
import { renameThisDevice } from '#app/team/centre-facts.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { QrCode } from '#ui/parts/qr-code/qr-code.tsx';
import { SavedField } from '#ui/parts/saved-field/saved-field.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { daysAfter } from '#ui/team/rounds/round-defaults.ts';
import { CopyButton } from '#ui/team/session/copy-button.tsx';
import { SaveFileButton } from './save-file-button.tsx';

const linkDays = 7;

/** Which devices hold the centre, this one's name, and the way to connect another. */
export function Devices({ centre }: { readonly centre: OpenCentre }) {
  const { t } = useText();
  const devices = centre.devices.value;
  const here = devices.find((device) => device.isThisOne);
  return (
    <Section title={t('settings.devices')} lead={t('settings.devicesLead')} id="devices">
      <ul class="device-list">
        {devices.map((device) => (
          <li key={device.device}>
            {device.name}
            {device.isThisOne ? (
              <span class="device-here"> ({t('settings.thisDevice')})</span>
            ) : null}
          </li>
        ))}
      </ul>
      {here === undefined ? null : (
        <SavedField
          label={t('settings.deviceName')}
          help={t('create.deviceHelp')}
          value={here.name}
          maxLength={60}
          check={(text) => (text.trim() === '' ? t('create.deviceError') : undefined)}
          save={(text) => renameThisDevice(centre, text.trim())}
        />
      )}
      <AddDevice centre={centre} />
    </Section>
  );
}

function AddDevice({ centre }: { readonly centre: OpenCentre }) {
  const { t, formats } = useText();
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
    <Section level={3} title={t('settings.addDevice')} lead={t('settings.addDeviceText')}>
      {link === null ? (
        <div>
          <Button busy={busy} onClick={() => void make()}>
            {t('settings.makeLink')}
          </Button>
        </div>
      ) : (
        <Panel>
          <p role="status">
            <strong>{t('settings.linkReady')}</strong>{' '}
            {t('settings.linkOnce', {
              day: formats.day(daysAfter(centre.today.value, linkDays)),
            })}
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
            <Button kind="quiet" onClick={() => setLink(null)}>
              {t('settings.hideLink')}
            </Button>
          </ButtonRow>
        </Panel>
      )}
      {failed ? (
        <Notice kind="danger" live>
          {t('settings.linkFailed')}
        </Notice>
      ) : null}
    </Section>
  );
}
