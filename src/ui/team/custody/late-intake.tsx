import { useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { RoundView } from '#projections/views.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { Dialog } from '#ui/parts/dialog/dialog.tsx';
import { SelectField } from '#ui/parts/field/field.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';

interface LateIntakeProps {
  readonly centre: OpenCentre;
  readonly round: RoundView;
}

/** A closed round: until when the mailbox takes what was collected before, and the way to let it again. */
export function LateIntake({ centre, round }: LateIntakeProps) {
  const { t, formats } = useText();
  const [asking, setAsking] = useState(false);
  const until = centre.custody.takesLateUntil(round.id);
  const isOver = centre.today.value > until;
  const isSeen = round.form === 'reflection' && round.revealed;
  if (!round.closed || until === '' || centre.sync.value.mailbox === null) return null;
  return (
    <div class="custody-words">
      <p class="custody-soft">
        {t(isOver ? 'custody:late.over' : 'custody:late.until', { day: formats.day(until) })}
      </p>
      {!isOver || isSeen ? null : (
        <div>
          <Button
            label={`${t('custody:late.reopen')}: ${t(`forms.${round.form}`)}`}
            onClick={() => setAsking(true)}
          >
            {t('custody:late.reopen')}
          </Button>
        </div>
      )}
      {asking ? (
        <ReopenDialog centre={centre} round={round} onClose={() => setAsking(false)} />
      ) : null}
    </div>
  );
}

const lengths = ['d7', 'd14', 'd28'] as const;

function ReopenDialog(props: LateIntakeProps & { readonly onClose: () => void }) {
  const { centre, round, onClose } = props;
  const { t, formats } = useText();
  const toast = useToast();
  const [length, setLength] = useState<(typeof lengths)[number]>('d14');
  const [refused, setRefused] = useState(false);
  const reopen = async (): Promise<void> => {
    const refusal = await centre.custody.reopenIntake(round.id, Number(length.slice(1)));
    if (refusal !== null) {
      setRefused(true);
      return;
    }
    const day = formats.day(centre.custody.takesLateUntil(round.id));
    toast({ text: t('custody:late.done', { day }) });
    onClose();
  };
  return (
    <Dialog title={t('custody:late.title')} onClose={onClose}>
      <p>{t('custody:late.text')}</p>
      <p>{t('custody:late.changes')}</p>
      <form
        class="custody-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void reopen();
        }}
      >
        <SelectField
          label={t('custody:late.how')}
          value={length}
          options={lengths.map((id) => ({ value: id, label: t(`custody:late.days.${id}`) }))}
          onChange={(picked) => setLength(lengths.find((id) => id === picked) ?? 'd14')}
        />
        {refused ? (
          <Notice kind="danger" live>
            {t('custody:late.revealed')}
          </Notice>
        ) : null}
        <ButtonRow>
          <Button kind="primary" type="submit">
            {t('custody:late.do')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t('parts.cancel')}
          </Button>
        </ButtonRow>
      </form>
    </Dialog>
  );
}
