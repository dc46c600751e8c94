import { useState } from 'preact/hooks';
import { Button } from '#ui/parts/button/button.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { leaveCentre } from '#ui/team/session/leave-centre.ts';
import { useSession } from '#ui/team/session/session.tsx';
import './demo-ribbon.css';

/** Says on every screen that nothing here is real, and takes it away in one tap. */
export function DemoRibbon({ space }: { readonly space: string }) {
  const { t } = useText();
  const session = useSession();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const remove = async (): Promise<void> => {
    setBusy(true);
    await leaveCentre(session, space);
    toast({ text: t('demo.removed') });
  };
  return (
    <section class="demo-ribbon" aria-label={t('start.example')}>
      <p class="demo-words">{t('demo.ribbon')}</p>
      <Button busy={busy} onClick={() => void remove()}>
        {t('demo.remove')}
      </Button>
    </section>
  );
}
