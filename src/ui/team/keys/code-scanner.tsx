import { useState } from 'preact/hooks';
import { Button } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useCodeScanner } from './use-code-scanner.ts';
import './code-scanner.css';

interface CodeScannerProps {
  /** Whether a code's text is of the kind that is looked for. */
  readonly fits: (text: string) => boolean;
  readonly help: string;
  /** Said of a code of another kind, which is passed over. */
  readonly other: string;
  readonly onCode: (text: string) => void;
  readonly onClose: () => void;
}

/** The camera's picture, looking for one kind of QR code. */
export function CodeScanner({ fits, help, other, onCode, onClose }: CodeScannerProps) {
  const { t } = useText();
  const [isOther, setIsOther] = useState(false);
  const { video, state } = useCodeScanner((text) => {
    if (fits(text)) onCode(text);
    else setIsOther(true);
  });
  return (
    <div class="code-scanner">
      {state === 'denied' ? (
        <Notice kind="warning" live>
          {t('join.scanDenied')}
        </Notice>
      ) : (
        <>
          <p role="status">
            {state === 'starting' ? t('keys:scan.starting') : isOther ? other : help}
          </p>
          <video ref={video} class="code-scanner-picture" muted playsInline aria-hidden="true" />
        </>
      )}
      <Button onClick={onClose}>{t('join.scanStop')}</Button>
    </div>
  );
}
