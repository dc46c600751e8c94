import { useState } from 'preact/hooks';
import { worryLog, worryRoutine } from '#projections/worries.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { Dialog } from '#ui/parts/dialog/dialog.tsx';
import { TextArea, TextField } from '#ui/parts/field/field.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { useResults } from '#ui/team/results/results-context.ts';
import './worry-dialog.css';

/** "Oroande svar": the centre's own routine and number, and a log of what was done. Nobody looks for who wrote it. */
export function WorryDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, formats } = useText();
  const { centre } = useResults();
  const { book } = centre.ledger.value;
  const known = worryRoutine(book);
  const [editing, setEditing] = useState(known.routine === '' && known.phone === '');
  const toast = useToast();
  const [action, setAction] = useState('');
  const log = worryLog(book);
  const save = async (): Promise<void> => {
    await centre.resultsWork.logWorry(centre.today.value, action.trim());
    setAction('');
    toast({ text: t('results:worry.logged') });
  };
  return (
    <Dialog title={t('results:worry.title')} onClose={onClose}>
      <p>{t('results:worry.lead')}</p>
      {editing ? (
        <RoutineForm onDone={() => setEditing(false)} />
      ) : (
        <div class="worry-routine">
          <p>{known.routine === '' ? t('results:worry.noRoutine') : known.routine}</p>
          {known.phone === '' ? null : (
            <p>
              <a href={`tel:${known.phone.replaceAll(/[^\d+]/gu, '')}`}>
                {t('results:worry.call', { phone: known.phone })}
              </a>
            </p>
          )}
          <Button kind="quiet" onClick={() => setEditing(true)}>
            {t('results:worry.editRoutine')}
          </Button>
        </div>
      )}
      <TextField
        label={t('results:worry.action')}
        help={t('results:worry.actionHelp')}
        maxLength={200}
        value={action}
        onInput={setAction}
      />
      <ButtonRow>
        <Button kind="primary" disabled={action.trim() === ''} onClick={() => void save()}>
          {t('results:worry.log')}
        </Button>
        <Button onClick={onClose}>{t('results:worry.close')}</Button>
      </ButtonRow>
      {log.length === 0 ? null : (
        <details>
          <summary>{t('results:worry.earlier', { count: log.length })}</summary>
          <ul>
            {log.map((entry) => (
              <li key={entry.id}>
                {formats.day(entry.day)}: {entry.action}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Dialog>
  );
}

function RoutineForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useText();
  const { centre } = useResults();
  const known = worryRoutine(centre.ledger.value.book);
  const [routine, setRoutine] = useState(known.routine);
  const [phone, setPhone] = useState(known.phone);
  const save = async (): Promise<void> => {
    await centre.resultsWork.setWorryRoutine(routine.trim(), phone.trim());
    onDone();
  };
  return (
    <div class="worry-routine">
      <TextArea
        label={t('results:worry.routine')}
        help={t('results:worry.routineHelp')}
        value={routine}
        onInput={setRoutine}
      />
      <TextField label={t('results:worry.phone')} value={phone} onInput={setPhone} />
      <Button onClick={() => void save()}>{t('results:worry.saveRoutine')}</Button>
    </div>
  );
}
