import { useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { RoundView } from '#projections/views.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { Dialog } from '#ui/parts/dialog/dialog.tsx';
import { TextField } from '#ui/parts/field/field.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { familiesFrom } from './families-from.ts';

interface CloseRoundProps {
  readonly centre: OpenCentre;
  readonly round: RoundView;
  readonly onClose: () => void;
}

/** Closes a round. The one step here that has no way back, so it says so and asks. */
export function CloseRoundDialog({ centre, round, onClose }: CloseRoundProps) {
  const { t } = useText();
  const toast = useToast();
  const [families, setFamilies] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const asked = round.form === 'parents';
  const parsed = familiesFrom(families);
  const close = async (): Promise<void> => {
    setTried(true);
    if (parsed === undefined) return;
    setBusy(true);
    await centre.closeRound(round.id, parsed);
    toast({ text: t('rounds.closed') });
    onClose();
  };
  return (
    <Dialog title={t(`rounds.closeTitle.${round.form}`)} onClose={onClose}>
      <p>{t('rounds.closeText')}</p>
      <p>
        {t('rounds.closeNow', { count: round.answered })}
        {round.form === 'reflection' ? '' : ` ${t('rounds.closeShown')}`}
      </p>
      <form
        class="rounds-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void close();
        }}
      >
        {asked ? (
          <TextField
            label={t('rounds.familiesAsk')}
            help={t('rounds.familiesHelp')}
            value={families}
            inputMode="numeric"
            short
            onInput={setFamilies}
            error={tried && parsed === undefined ? t('rounds.familiesError') : undefined}
          />
        ) : null}
        <ButtonRow>
          <Button kind="primary" type="submit" busy={busy}>
            {t('rounds.close')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t('parts.cancel')}
          </Button>
        </ButtonRow>
      </form>
    </Dialog>
  );
}
