import { useState } from 'preact/hooks';
import type { SetAsideRefusal } from '#app/team/custody.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { ArrivalView } from '#projections/arrivals.ts';
import { leastShown } from '#projections/suppression.ts';
import type { RoundView } from '#projections/views.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { FieldRow, SelectField, TextField } from '#ui/parts/field/field.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { hoursWords } from './custody-words.ts';

interface ChooseHoursProps {
  readonly centre: OpenCentre;
  readonly round: RoundView;
  readonly arrivals: readonly ArrivalView[];
}

/** Two hours and a reason: the answers between them stop counting. Proposes the hour that stands out, and otherwise none. */
export function ChooseHours({ centre, round, arrivals }: ChooseHoursProps) {
  const { t, formats } = useText();
  const toast = useToast();
  const unusual = arrivals.findIndex((arrival) => arrival.unusual);
  const [from, setFrom] = useState(unusual === -1 ? null : unusual);
  const [to, setTo] = useState(unusual === -1 ? null : unusual);
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<SetAsideRefusal | null>(null);
  const isChosen = from !== null && to !== null;
  const isTurned = isChosen && to < from;
  const chosen = isChosen ? arrivals.slice(from, to + 1) : [];
  const count = chosen.reduce((sum, { respondents, setAside }) => sum + respondents - setAside, 0);
  const texts = chosen.reduce((sum, hour) => sum + hour.texts - hour.textsAside, 0);
  const hours = arrivals.map((arrival, place) => ({
    value: String(place),
    label: hoursWords(t, formats, arrival),
  }));
  const optionsAt = (place: number | null): typeof hours =>
    place === null ? [{ value: '', label: t('custody:arrivals.pick') }, ...hours] : hours;
  const setAside = async (): Promise<void> => {
    setTried(true);
    setRefusal(null);
    if (why.trim() === '' || !isChosen || isTurned) return;
    const refused = await centre.custody.setAnswersAside(round.id, chosen, why.trim());
    setRefusal(refused);
    if (refused !== null) return;
    toast({ text: t('custody:arrivals.done', { count }) });
    setWhy('');
    setTried(false);
  };
  return (
    <Section title={t('custody:arrivals.choose')}>
      <form
        class="custody-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void setAside();
        }}
      >
        <FieldRow>
          <SelectField
            label={t('custody:arrivals.from')}
            value={from === null ? '' : String(from)}
            options={optionsAt(from)}
            onChange={(value) => {
              setFrom(Number(value));
              if (to === null || Number(value) > to) setTo(Number(value));
            }}
          />
          <SelectField
            label={t('custody:arrivals.to')}
            value={to === null ? '' : String(to)}
            options={optionsAt(to)}
            error={isTurned ? t('custody:arrivals.orderError') : undefined}
            onChange={(value) => setTo(Number(value))}
          />
        </FieldRow>
        <TextField
          label={t('custody:arrivals.why')}
          help={t('custody:arrivals.whyHelp')}
          value={why}
          maxLength={200}
          onInput={setWhy}
          error={tried && why.trim() === '' ? t('custody:arrivals.whyError') : undefined}
        />
        {refusal === null ? null : (
          <Notice kind="warning" live>
            {t(`custody:aside.refusal.${refusal}`, { least: leastShown(centre.ledger.value.book) })}
          </Notice>
        )}
        <ButtonRow>
          <Button
            kind={isChosen ? 'primary' : 'secondary'}
            type="submit"
            disabled={count + texts === 0}
          >
            {!isChosen
              ? t('custody:arrivals.doUnchosen')
              : count + texts === 0
                ? t('custody:arrivals.doNone')
                : t('custody:arrivals.do', { count })}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  );
}
