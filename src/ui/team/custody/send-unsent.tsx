import { useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { downloadText, fileNameFor } from '#ui/team/session/file-exchange.ts';

/** Sends what waits now, and saves it as a file for when no network comes. */
export function SendUnsent({ centre }: { readonly centre: OpenCentre }) {
  const { t } = useText();
  const toast = useToast();
  const [tried, setTried] = useState(false);
  const { status, waiting, refused } = centre.sync.value;
  const isLeft = waiting + refused > 0;
  const told = !tried
    ? ''
    : !isLeft
      ? t('custody:collected.sent')
      : status === 'connecting' || (status === 'online' && waiting > 0)
        ? t('custody:collected.sending')
        : t('custody:collected.notSent');
  const save = async (): Promise<void> => {
    const name = fileNameFor(centre.centre.value.name, centre.today.value);
    downloadText(name.replace('.spegla', '-kvar.spegla'), await centre.custody.exportUnsent());
    toast({ text: t('custody:collected.fileSaved') });
  };
  return (
    <div class="custody-form">
      <ButtonRow>
        <Button
          kind="primary"
          onClick={() => {
            setTried(true);
            void centre.custody.sendNow();
          }}
        >
          {t('custody:collected.sendNow')}
        </Button>
        <Button onClick={() => void save()}>{t('custody:collected.saveFile')}</Button>
      </ButtonRow>
      <p role="status" class="custody-soft">
        {told}
      </p>
    </div>
  );
}
