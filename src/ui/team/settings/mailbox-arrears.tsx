import { useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { SendResult } from '#app/team/tell-mailbox.ts';
import { Button } from '#ui/parts/button/button.tsx';
import { Dialog } from '#ui/parts/dialog/dialog.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { KitPrompt } from '#ui/team/keys/kit-prompt.tsx';

interface ArrearsProps {
  readonly centre: OpenCentre;
}

type Trouble = Extract<SendResult, { ok: false }>['why'] | null;

/** What the mailbox must still hear under the kit, and the way to tell it where the kit is on paper. */
export function MailboxArrears({ centre }: ArrearsProps) {
  const { t } = useText();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const devices = centre.revocationsWaiting.value;
  const purges = centre.purgesWaiting.value;
  const here = centre.kitHere.value;
  if (devices + purges === 0) return null;
  const send = async (kit: string): Promise<void> => {
    setAsking(false);
    const result = await centre.sendWaiting(kit);
    setTrouble(result.ok ? null : result.why);
    if (result.ok) toast({ text: t('keys:arrears.done') });
  };
  return (
    <Notice
      kind="warning"
      live
      actions={
        here ? undefined : <Button onClick={() => setAsking(true)}>{t('keys:arrears.type')}</Button>
      }
    >
      {devices > 0 ? (
        <p class="notice-text">{t('keys:arrears.devices', { count: devices })}</p>
      ) : null}
      {purges > 0 ? <p class="notice-text">{t('keys:arrears.purges', { count: purges })}</p> : null}
      <p class="notice-text">{here ? t('keys:arrears.soon') : t('keys:arrears.needsKit')}</p>
      {trouble === null ? null : <p class="notice-text">{t(`keys:arrears.trouble.${trouble}`)}</p>}
      {asking ? (
        <Dialog title={t('keys:arrears.type')} onClose={() => setAsking(false)}>
          <KitPrompt
            centre={centre}
            onKit={(kit) => void send(kit)}
            onCancel={() => setAsking(false)}
          />
        </Dialog>
      ) : null}
    </Notice>
  );
}
