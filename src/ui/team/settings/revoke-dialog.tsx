import { useState } from 'preact/hooks';
import type { RevokeResult } from '#app/team/revoke-devices.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { Dialog } from '#ui/parts/dialog/dialog.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { KitPrompt } from '#ui/team/keys/kit-prompt.tsx';
import '#ui/team/keys/keys.css';

interface RevokeProps {
  readonly centre: OpenCentre;
  readonly device: string;
  readonly name: string;
  readonly onClose: () => void;
}

type Trouble = Extract<RevokeResult, { ok: false }>['why'] | 'failed' | null;

/** Says what happens when a device is disconnected, asks once, and for the kit where it is not on this device. */
export function RevokeDialog({ centre, device, name, onClose }: RevokeProps) {
  const { t } = useText();
  const toast = useToast();
  const [asksKit, setAsksKit] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const holdsKit = centre.devices.value.some((each) => each.device === device && each.holdsKit);
  const hasOpenRounds = centre.rounds.value.some(({ closed }) => !closed);
  const revoke = async (kit?: string): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    setAsksKit(false);
    try {
      const result = await centre.revokeDevices([device], kit);
      if (result.ok) {
        onClose();
        toast({ text: t('keys:devices.revokeDone', { name }) });
        return;
      }
      setTrouble(result.why);
    } catch {
      setTrouble('failed');
    }
    setBusy(false);
  };
  return (
    <Dialog title={t('keys:devices.revokeAsk', { name })} onClose={onClose}>
      {asksKit ? (
        <KitPrompt
          centre={centre}
          onKit={(kit) => void revoke(kit)}
          onCancel={() => setAsksKit(false)}
        />
      ) : (
        <>
          {holdsKit ? (
            <Notice kind="warning" title={t('keys:devices.holdsKitTitle')}>
              {t('keys:devices.holdsKit')}
            </Notice>
          ) : null}
          <ul class="keys-list">
            {(['mailbox', 'links', 'key', 'kept', 'answers'] as const).map((point) => (
              <li key={point}>{t(`keys:devices.revokePoints.${point}`)}</li>
            ))}
            {hasOpenRounds ? <li>{t('keys:devices.revokePoints.rounds')}</li> : null}
          </ul>
          <p>{t('keys:devices.revokeFinal')}</p>
          {trouble === null ? null : (
            <Notice kind="danger" live>
              {t(`keys:devices.revokeTrouble.${trouble}`)}
            </Notice>
          )}
          <ButtonRow>
            <Button
              kind="danger"
              busy={busy}
              onClick={() => {
                if (centre.kitHere.value) void revoke();
                else setAsksKit(true);
              }}
            >
              {busy ? t('keys:devices.revokeWorking') : t('keys:devices.revoke')}
            </Button>
            <Button kind="quiet" onClick={onClose}>
              {t('parts.cancel')}
            </Button>
          </ButtonRow>
        </>
      )}
    </Dialog>
  );
}
