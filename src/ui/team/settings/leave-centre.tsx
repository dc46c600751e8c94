import { useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { Dialog } from '#ui/parts/dialog/dialog.tsx';
import { TextField } from '#ui/parts/field/field.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { leaveCentre } from '#ui/team/session/leave-centre.ts';
import { useSession } from '#ui/team/session/session.tsx';

/** Takes the centre off this device. There is no way back, so it asks for the name. */
export function LeaveCentre({ centre }: { readonly centre: OpenCentre }) {
  const { t } = useText();
  const session = useSession();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const { name } = centre.centre.value;
  const { space, demo } = centre.entry;
  const alone = centre.devices.value.length <= 1 && centre.sync.value.mailbox === null && !demo;
  const warning = alone ? t('settings.leaveAlone') : t('settings.leaveText');
  const leave = async (): Promise<void> => {
    if (typed.trim().toLowerCase() !== name.trim().toLowerCase()) {
      setWrong(true);
      return;
    }
    setBusy(true);
    await leaveCentre(session, space);
    toast({ text: t('settings.left', { name }) });
  };
  return (
    <Section title={t('settings.leave')} lead={warning} id="leave">
      <div>
        <Button kind="danger" onClick={() => setAsking(true)}>
          {t('settings.leave')}
        </Button>
      </div>
      {asking ? (
        <Dialog title={t('settings.leaveAsk', { name })} onClose={() => setAsking(false)}>
          <p>{warning}</p>
          <form
            class="settings-form"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void leave();
            }}
          >
            <TextField
              label={t('settings.leaveConfirm')}
              value={typed}
              onInput={setTyped}
              error={wrong ? t('settings.leaveWrong') : undefined}
            />
            <ButtonRow>
              <Button kind="danger" type="submit" busy={busy}>
                {t('settings.leaveDo')}
              </Button>
              <Button kind="quiet" onClick={() => setAsking(false)}>
                {t('parts.cancel')}
              </Button>
            </ButtonRow>
          </form>
        </Dialog>
      ) : null}
    </Section>
  );
}
