import { useState } from 'preact/hooks';
import type { RevokeResult } from '#app/team/revoke-devices.ts';
import type { DeviceView, OpenCentre } from '#app/team/team-app.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { CheckboxGroup } from '#ui/parts/checkbox-group/checkbox-group.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Page } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { goTo, pathTo } from '#ui/team/session/paths.ts';
import './form.css';

interface RestoredProps {
  readonly centre: OpenCentre;
  /** As it was typed or scanned: needed once more for the devices that are gone, and then forgotten. */
  readonly kit: string;
  readonly wasHere: boolean;
}

/** What came back, and the question which devices are gone for good. */
export function RestoredScreen({ centre, kit, wasHere }: RestoredProps) {
  const { t } = useText();
  const { name } = centre.centre.value;
  const rounds = centre.rounds.value;
  const answers = rounds.reduce((sum, { answered }) => sum + answered, 0);
  const others = centre.devices.value.filter(({ isThisOne }) => !isThisOne);
  if (!centre.loaded.value) return <Page title={t('app.opening')} />;
  return (
    <Page
      key={name}
      title={t('keys:restore.doneTitle', { name })}
      lead={
        wasHere
          ? t('keys:restore.doneWasHere')
          : t('keys:restore.doneText', {
              rounds: t('keys:restore.rounds', { count: rounds.length }),
              answers: t('keys:restore.answers', { count: answers }),
            })
      }
    >
      {wasHere || others.length === 0 ? (
        <ButtonRow>
          <Button kind="primary" onClick={() => goTo(pathTo.home())}>
            {t('keys:restore.goOn')}
          </Button>
        </ButtonRow>
      ) : (
        <LostDevices centre={centre} kit={kit} others={others} />
      )}
    </Page>
  );
}

interface LostProps {
  readonly centre: OpenCentre;
  readonly kit: string;
  readonly others: readonly DeviceView[];
}

function LostDevices({ centre, kit, others }: LostProps) {
  const { t } = useText();
  const toast = useToast();
  const [lost, setLost] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<
    Extract<RevokeResult, { ok: false }>['why'] | 'failed' | null
  >(null);
  const revoke = async (): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    try {
      const read = await centre.readTypedKit(kit);
      const result = read.ok
        ? await centre.revokeDevices(lost, read.kit)
        : ({ ok: false, why: 'wrongKit' } as const);
      if (result.ok) {
        toast({ text: t('keys:restore.lostDone', { count: lost.length }) });
        goTo(pathTo.home());
        return;
      }
      setTrouble(result.why);
    } catch {
      setTrouble('failed');
    }
    setBusy(false);
  };
  return (
    <div class="form">
      <CheckboxGroup<string>
        legend={t('keys:restore.lostTitle')}
        help={t('keys:restore.lostText')}
        options={others.map(({ device, name }) => ({
          value: device,
          label: name === '' ? t('keys:devices.noName') : name,
        }))}
        values={lost}
        onChange={setLost}
      />
      {others.some(({ device, holdsKit }) => holdsKit && lost.includes(device)) ? (
        <Notice kind="warning" title={t('keys:devices.holdsKitTitle')} live>
          {t('keys:devices.holdsKit')}
        </Notice>
      ) : null}
      {trouble === null ? null : (
        <Notice kind="danger" live>
          {t(`keys:devices.revokeTrouble.${trouble}`)}
        </Notice>
      )}
      <ButtonRow>
        {lost.length === 0 ? null : (
          <Button kind="primary" busy={busy} onClick={() => void revoke()}>
            {busy
              ? t('keys:devices.revokeWorking')
              : t('keys:restore.lostDo', { count: lost.length })}
          </Button>
        )}
        <Button kind={lost.length === 0 ? 'primary' : 'quiet'} onClick={() => goTo(pathTo.home())}>
          {lost.length === 0 ? t('keys:restore.goOn') : t('keys:restore.lostNone')}
        </Button>
      </ButtonRow>
    </div>
  );
}
