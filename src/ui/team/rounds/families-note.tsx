import { useState } from 'preact/hooks';
import { setFamilies } from '#app/team/round-families.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { RoundView } from '#projections/views.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { TextField } from '#ui/parts/field/field.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { familiesFrom } from './families-from.ts';

interface FamiliesNoteProps {
  readonly centre: OpenCentre;
  readonly round: RoundView;
}

/** A closed round of parents: about how many families came, noted late or put right; the toast takes it back. */
export function FamiliesNote({ centre, round }: FamiliesNoteProps) {
  const { t } = useText();
  const toast = useToast();
  const [written, setWritten] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  if (written === null) {
    return (
      <div>
        <Button
          kind={round.families === null ? 'secondary' : 'quiet'}
          onClick={() => setWritten(round.families === null ? '' : String(round.families))}
        >
          {t(`paperWork:families.${round.families === null ? 'note' : 'change'}`)}
        </Button>
      </div>
    );
  }
  const parsed = familiesFrom(written);
  const done = (): void => {
    setWritten(null);
    setTried(false);
  };
  const save = async (): Promise<void> => {
    setTried(true);
    if (parsed === undefined) return;
    const before = round.families;
    await setFamilies(centre, round.id, parsed);
    toast({
      text: t(`paperWork:families.${parsed === null ? 'removed' : 'saved'}`),
      undo: () => void setFamilies(centre, round.id, before),
    });
    done();
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
      <TextField
        label={t('rounds.familiesAsk')}
        help={t('rounds.familiesHelp')}
        value={written}
        inputMode="numeric"
        short
        onInput={setWritten}
        error={tried && parsed === undefined ? t('rounds.familiesError') : undefined}
      />
      <ButtonRow>
        <Button kind="primary" type="submit">
          {t('paperWork:families.save')}
        </Button>
        <Button kind="quiet" onClick={done}>
          {t('parts.cancel')}
        </Button>
      </ButtonRow>
    </form>
  );
}
