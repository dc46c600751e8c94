import { useEffect, useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { Dialog } from '#ui/parts/dialog/dialog.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Page } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { leaveCentre } from '#ui/team/session/leave-centre.ts';
import { useSession } from '#ui/team/session/session.tsx';
import { SaveFileButton } from '#ui/team/settings/save-file-button.tsx';
import './custody.css';

interface GoneProps {
  readonly centre: OpenCentre;
  /** Back to what this device still holds. */
  readonly onRead: () => void;
}

/** The centre was deleted for everyone. What lies here stays until a person removes it. */
export function GoneScreen({ centre, onRead }: GoneProps) {
  const { t } = useText();
  const session = useSession();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => centre.custody.watchCollected(), [centre]);
  const rounds = centre.custody.collected.value?.rounds ?? [];
  const unsent = rounds.reduce((sum, one) => sum + one.waiting + countOf(one.refused), 0);
  const name = centre.centre.value.name === '' ? centre.entry.name : centre.centre.value.name;
  const leave = async (): Promise<void> => {
    setBusy(true);
    await leaveCentre(session, centre.entry.space);
    toast({ text: t('settings.left', { name }) });
  };
  return (
    <Page title={t('custody:gone.title')} lead={t('custody:gone.text', { name })}>
      {unsent === 0 ? null : (
        <Notice kind="warning">{t('custody:gone.unsent', { count: unsent })}</Notice>
      )}
      <div class="custody-words">
        <h2 class="custody-title">{t('custody:gone.fileFirst')}</h2>
        <p>{t('custody:gone.fileText')}</p>
      </div>
      <ButtonRow>
        <SaveFileButton centre={centre} />
        <Button kind="quiet" onClick={onRead}>
          {t('custody:gone.read')}
        </Button>
      </ButtonRow>
      <div class="custody-words">
        <p>{t('custody:gone.mistake')}</p>
      </div>
      <div>
        <Button kind="danger" onClick={() => setAsking(true)}>
          {t('custody:gone.remove')}
        </Button>
      </div>
      {asking ? (
        <Dialog title={t('custody:gone.removeAsk')} onClose={() => setAsking(false)}>
          <p>{t('custody:gone.removeText')}</p>
          <ButtonRow>
            <Button kind="danger" busy={busy} onClick={() => void leave()}>
              {t('custody:gone.remove')}
            </Button>
            <Button kind="quiet" onClick={() => setAsking(false)}>
              {t('parts.cancel')}
            </Button>
          </ButtonRow>
        </Dialog>
      ) : null}
    </Page>
  );
}

function countOf(refused: readonly { readonly count: number }[]): number {
  return refused.reduce((sum, { count }) => sum + count, 0);
}
