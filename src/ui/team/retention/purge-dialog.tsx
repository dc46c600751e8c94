import { useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { RetentionView } from '#projections/retention-views.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { Dialog } from '#ui/parts/dialog/dialog.tsx';
import { TextField } from '#ui/parts/field/field.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import '#ui/team/custody/custody.css';
import { formYearWords } from '#ui/team/custody/custody-words.ts';

interface PurgeDialogProps {
  readonly centre: OpenCentre;
  readonly view: RetentionView;
  /** Something on the checklist warns: then a word is to be typed first. */
  readonly careful: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Asks once more before answers are purged everywhere. */
export function PurgeDialog({ centre, view, careful, onClose, onConfirm }: PurgeDialogProps) {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const { form, year, rounds } = view;
  const word = t('custody:purge.word');
  const isSure = !careful || typed.trim().toUpperCase() === word;
  const aside = centre.results(year).setAside[form];
  const count = rounds.reduce((sum, { answered }) => sum + answered, aside);
  return (
    <Dialog
      title={t('custody:purge.ask', { what: formYearWords(t, form, year) })}
      onClose={onClose}
    >
      <p>{t('custody:purge.askText', { count })}</p>
      <form
        class="custody-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isSure) onConfirm();
        }}
      >
        {careful ? (
          <TextField
            label={t('custody:purge.confirm', { word })}
            help={t('custody:purge.confirmHelp')}
            value={typed}
            spellcheck={false}
            onInput={setTyped}
          />
        ) : null}
        <ButtonRow>
          <Button kind="danger" type="submit" disabled={!isSure}>
            {t('custody:purge.do')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t('parts.cancel')}
          </Button>
        </ButtonRow>
      </form>
    </Dialog>
  );
}
