import { useState } from 'preact/hooks';
import { Button } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useLinkScanner } from './use-link-scanner.ts';
import './link-scanner.css';

interface LinkScannerProps {
  readonly onLink: (link: string) => void;
  readonly onClose: () => void;
}

/** The camera's picture, looking for a team link. Other codes are named and passed over. */
export function LinkScanner({ onLink, onClose }: LinkScannerProps) {
  const { t } = useText();
  const [other, setOther] = useState(false);
  const { video, denied } = useLinkScanner((text) => {
    if (text.includes('#join.')) onLink(text);
    else setOther(true);
  });
  return (
    <div class="link-scanner">
      {denied ? (
        <Notice kind="warning" live>
          {t('join.scanDenied')}
        </Notice>
      ) : (
        <>
          <p role="status">{other ? t('join.scanNotLink') : t('join.scanHelp')}</p>
          <video ref={video} class="link-scanner-picture" muted playsInline aria-hidden="true" />
        </>
      )}
      <Button onClick={onClose}>{t('join.scanStop')}</Button>
    </div>
  );
}
