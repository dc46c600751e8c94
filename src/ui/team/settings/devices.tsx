import { useState } from 'preact/hooks';
import { deviceKeeper, deviceNameText, deviceKeeperText } from '#app/team/people-notes.ts';
import type { DeviceView, OpenCentre } from '#app/team/team-app.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { SavedField } from '#ui/parts/saved-field/saved-field.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { AddDevice } from './add-device.tsx';
import { MailboxArrears } from './mailbox-arrears.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import './devices.css';

interface DevicesProps {
  readonly centre: OpenCentre;
}

/** Which devices hold the centre, who has them, how one more comes and how one goes. */
export function Devices({ centre }: DevicesProps) {
  const { t, formats } = useText();
  const former = centre.formerDevices.value;
  const here = centre.devices.value.find(({ isThisOne }) => isThisOne);
  return (
    <Section title={t('keys:devices.title')} lead={t('keys:devices.lead')} id="devices">
      <ul class="device-list">
        {centre.devices.value.map((device) => (
          <DeviceRow key={device.device} centre={centre} device={device} />
        ))}
      </ul>
      {here === undefined ? null : (
        <SavedField
          label={t('settings.deviceName')}
          help={t('create.deviceHelp')}
          value={here.name}
          maxLength={60}
          check={(text) => (text.trim() === '' ? t('create.deviceError') : undefined)}
          keeper={deviceNameText(centre, here.device)}
        />
      )}
      <MailboxArrears centre={centre} />
      {former.length === 0 ? null : (
        <Section level={3} title={t('keys:devices.former')}>
          <ul class="former-list">
            {former.map(({ device, name, at, by }) => {
              const words = {
                name: name === '' ? t('keys:devices.noName') : name,
                day: formats.day(at.slice(0, 10)),
              };
              return (
                <li key={device}>
                  {by === ''
                    ? t('keys:devices.formerLineShort', words)
                    : t('keys:devices.formerLine', { ...words, by })}
                </li>
              );
            })}
          </ul>
        </Section>
      )}
      <AddDevice centre={centre} />
    </Section>
  );
}

interface DeviceRowProps extends DevicesProps {
  readonly device: DeviceView;
}

function DeviceRow({ centre, device: { device, name: given, isThisOne } }: DeviceRowProps) {
  const { t } = useText();
  const [task, setTask] = useState<'edit' | 'revoke' | null>(null);
  const name = given === '' ? t('keys:devices.noName') : given;
  const keeper = deviceKeeper(centre, device);
  return (
    <li class="device-row">
      <div class="device-words">
        <strong>{name}</strong>
        {isThisOne ? <span class="device-here"> ({t('keys:devices.here')})</span> : null}
        {keeper === '' || task === 'edit' ? null : <p class="device-keeper">{keeper}</p>}
      </div>
      <ButtonRow>
        <Button
          kind="quiet"
          expanded={task === 'edit'}
          label={t(task === 'edit' ? 'keys:devices.doneOf' : 'keys:devices.editOf', { name })}
          onClick={() => setTask(task === 'edit' ? null : 'edit')}
        >
          {t(task === 'edit' ? 'keys:devices.done' : 'keys:devices.edit')}
        </Button>
        {isThisOne || centre.entry.demo ? null : (
          <Button
            kind="quiet"
            label={t('keys:devices.revokeOf', { name })}
            onClick={() => setTask('revoke')}
          >
            {t('keys:devices.revoke')}
          </Button>
        )}
      </ButtonRow>
      {task === 'edit' ? (
        <div class="device-fields">
          {isThisOne ? null : (
            <SavedField
              label={t('keys:devices.nameShort')}
              help={t('create.deviceHelp')}
              value={given}
              maxLength={60}
              check={(text) => (text.trim() === '' ? t('create.deviceError') : undefined)}
              keeper={deviceNameText(centre, device)}
            />
          )}
          <SavedField
            label={t('keys:devices.keeperShort')}
            help={t('keys:devices.keeperHelp')}
            optional={t('parts.optional')}
            value={keeper}
            maxLength={80}
            keeper={deviceKeeperText(centre, device)}
          />
        </div>
      ) : null}
      {task === 'revoke' ? (
        <RevokeDialog centre={centre} device={device} name={name} onClose={() => setTask(null)} />
      ) : null}
    </li>
  );
}
