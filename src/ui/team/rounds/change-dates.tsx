import { useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { RoundView } from '#projections/views.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { DateFields, daysFault } from './date-fields.tsx';

interface ChangeDatesProps {
  readonly centre: OpenCentre;
  readonly round: RoundView;
  readonly onDone: () => void;
}

/** Moves a round's days; the toast takes it back. */
export function ChangeDates({ centre, round, onDone }: ChangeDatesProps) {
  const { t } = useText();
  const toast = useToast();
  const [days, setDays] = useState({ opens: round.opens, closes: round.closes });
  const [tried, setTried] = useState(false);
  const save = async (): Promise<void> => {
    setTried(true);
    if (daysFault(days) !== null) return;
    const { id, opens, closes } = round;
    await centre.setRoundDates(id, days.opens, days.closes);
    toast({
      text: t('rounds.datesSaved'),
      undo: () => void centre.setRoundDates(id, opens, closes),
    });
    onDone();
  };
  return (
    <form
      class="rounds-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <DateFields days={days} onChange={setDays} tried={tried} />
      <p class="round-hint">{t('rounds.datesKept')}</p>
      <ButtonRow>
        <Button kind="primary" type="submit">
          {t('rounds.saveDates')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('parts.cancel')}
        </Button>
      </ButtonRow>
    </form>
  );
}
