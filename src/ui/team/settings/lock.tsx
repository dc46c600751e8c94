import { useState } from 'preact/hooks';
import type { SetPinResult } from '#app/team/lock-intents.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { SelectField, TextField } from '#ui/parts/field/field.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { waitWords } from '#ui/team/lock/wait-words.ts';
import { useSession } from '#ui/team/session/session.tsx';
import { VisuallyHidden } from '#ui/parts/visually-hidden/visually-hidden.tsx';
import '#ui/team/keys/keys.css';

const minutesToChoose = [1, 2, 5, 10, 30];
const usualMinutes = 5;

/** The code that a shared device is locked with. */
export function Lock() {
  const { t } = useText();
  const { app } = useSession();
  const [task, setTask] = useState<'set' | 'take' | null>(null);
  const minutes = app.lockAfterMinutes.value;
  return (
    <Section title={t('keys:lock.title')} lead={t('keys:lock.lead')} id="lock">
      <p role="status">
        {minutes === null ? t('keys:lock.none') : t('keys:lock.has', { count: minutes })}
      </p>
      {task === null ? (
        <ButtonRow>
          <Button onClick={() => setTask('set')}>
            {minutes === null ? t('keys:lock.set') : t('keys:lock.change')}
          </Button>
          {minutes === null ? null : (
            <>
              <Button onClick={() => void app.lockNow()}>{t('keys:lock.now')}</Button>
              <Button kind="quiet" onClick={() => setTask('take')}>
                {t('keys:lock.take')}
              </Button>
            </>
          )}
        </ButtonRow>
      ) : (
        <LockForm key={task} task={task} minutes={minutes} onDone={() => setTask(null)} />
      )}
    </Section>
  );
}

interface LockFormProps {
  readonly task: 'set' | 'take';
  /** Null where there is no code yet. */
  readonly minutes: number | null;
  readonly onDone: () => void;
}

function LockForm({ task, minutes, onDone }: LockFormProps) {
  const { t } = useText();
  const { app } = useSession();
  const toast = useToast();
  const [present, setPresent] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [after, setAfter] = useState(String(minutes ?? usualMinutes));
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<{
    readonly field: 'present' | 'pin' | 'again';
    readonly words: string;
  } | null>(null);
  const errorOf = (field: 'present' | 'pin' | 'again'): string | undefined =>
    trouble?.field === field ? trouble.words : undefined;

  const told = (result: SetPinResult): void => {
    if (result.ok) {
      toast({ text: task === 'set' ? t('keys:lock.saved') : t('keys:lock.taken') });
      onDone();
    } else if (result.why === 'weak') {
      setTrouble({ field: 'pin', words: t('keys:lock.weak') });
    } else {
      const wrong = result.why === 'wrong' ? t('keys:lock.wrong') : '';
      const wait = result.waitMs > 0 ? waitWords(result.waitMs, t) : '';
      setTrouble({ field: 'present', words: `${wrong} ${wait}`.trim() });
    }
  };
  const submit = async (): Promise<void> => {
    setTrouble(null);
    if (task === 'set' && pin !== again) {
      setTrouble({ field: 'again', words: t('keys:lock.differ') });
      return;
    }
    setBusy(true);
    told(
      task === 'set'
        ? await app.setPin(pin, Number(after), minutes === null ? null : present)
        : await app.removePin(present),
    );
    setBusy(false);
  };
  const code = (
    field: 'present' | 'pin' | 'again',
    value: string,
    onInput: (text: string) => void,
  ) => (
    <TextField
      type="password"
      inputMode="numeric"
      autoComplete="new-password"
      label={t(`keys:lock.${field}`)}
      help={field === 'pin' ? t('keys:lock.pinHelp') : undefined}
      value={value}
      short
      onInput={onInput}
      error={errorOf(field)}
    />
  );
  return (
    <Panel>
      <form
        class="keys-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {minutes === null ? null : code('present', present, setPresent)}
        {task === 'take' ? null : (
          <>
            {code('pin', pin, setPin)}
            {code('again', again, setAgain)}
            <SelectField
              label={t('keys:lock.minutes')}
              value={after}
              options={minutesToChoose.map((count) => ({
                value: String(count),
                label: t('keys:lock.minutesOption', { count }),
              }))}
              onChange={setAfter}
            />
            <p class="keys-soft">{t('keys:lock.limits')}</p>
          </>
        )}
        <div role="status">
          <VisuallyHidden>{trouble?.words}</VisuallyHidden>
        </div>
        <ButtonRow>
          <Button kind="primary" type="submit" busy={busy}>
            {task === 'set' ? t('keys:lock.save') : t('keys:lock.take')}
          </Button>
          <Button kind="quiet" onClick={onDone}>
            {t('parts.cancel')}
          </Button>
        </ButtonRow>
      </form>
    </Panel>
  );
}
