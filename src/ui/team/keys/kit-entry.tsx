import { useState } from 'preact/hooks';
import { Button } from '#ui/parts/button/button.tsx';
import { TextArea } from '#ui/parts/field/field.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { CodeScanner } from './code-scanner.tsx';
import { wordsIn } from './kit-error.ts';
import { canScan } from './use-code-scanner.ts';
import './keys.css';

interface KitEntryProps {
  /** Words as typed, or the link as scanned. */
  readonly value: string;
  readonly onInput: (text: string) => void;
  readonly error?: string | undefined;
  readonly id?: string;
}

/** The kit from its paper: typed words, or the code by the camera. */
export function KitEntry({ value, onInput, error, id }: KitEntryProps) {
  const { t } = useText();
  const [scanning, setScanning] = useState(false);
  const isCode = value.includes('#kit.');
  const count = wordsIn(value);
  if (scanning) {
    return (
      <CodeScanner
        fits={(text) => text.includes('#kit.')}
        help={t('keys:entry.scanHelp')}
        other={t('keys:entry.scanNotKit')}
        onClose={() => setScanning(false)}
        onCode={(text) => {
          onInput(text);
          setScanning(false);
        }}
      />
    );
  }
  return (
    <div class="keys-stack">
      {isCode ? null : (
        <TextArea
          {...(id === undefined ? {} : { id })}
          label={t('keys:entry.words')}
          help={t('keys:entry.wordsHelp')}
          value={value}
          rows={5}
          secret
          onInput={onInput}
          error={error}
        />
      )}
      <p role="status" class="keys-soft">
        {isCode ? t('keys:entry.scanned') : count === 0 ? '' : t('keys:entry.counted', { count })}
      </p>
      {canScan() && !isCode ? (
        <div>
          <Button onClick={() => setScanning(true)}>{t('keys:entry.scan')}</Button>
        </div>
      ) : null}
    </div>
  );
}
