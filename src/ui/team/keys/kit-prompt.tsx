import { useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { VisuallyHidden } from '#ui/parts/visually-hidden/visually-hidden.tsx';
import { KitEntry } from './kit-entry.tsx';
import { kitErrorWords } from './kit-error.ts';

interface KitPromptProps {
  readonly centre: OpenCentre;
  /** Gets the kit's secret for one action; it is never kept. */
  readonly onKit: (kit: string) => void;
  readonly onCancel: () => void;
}

/** Asks for the printed kit where an action needs it and it is not on this device. Stands inside a dialog or a panel. */
export function KitPrompt({ centre, onKit, onCancel }: KitPromptProps) {
  const { t } = useText();
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const read = async (): Promise<void> => {
    setBusy(true);
    const kit = await centre.readTypedKit(text);
    setBusy(false);
    if (kit.ok) onKit(kit.kit);
    else setError(kitErrorWords(kit, t));
  };
  return (
    <form
      class="keys-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void read();
      }}
    >
      <p>{t('keys:prompt.why')}</p>
      <KitEntry
        value={text}
        error={error}
        onInput={(typed) => {
          setText(typed);
          setError(undefined);
        }}
      />
      <div role="status">
        <VisuallyHidden>{error}</VisuallyHidden>
      </div>
      <ButtonRow>
        <Button kind="primary" type="submit" busy={busy}>
          {t('keys:prompt.next')}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('parts.cancel')}
        </Button>
      </ButtonRow>
    </form>
  );
}
