import { useEffect, useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { QrCode } from '#ui/parts/qr-code/qr-code.tsx';
import { useText } from '#ui/parts/text/text.tsx';

/** The secret in groups of four signs, which an eye can follow from paper. */
export function inGroups(secret: string): string {
  return secret.match(/.{1,4}/gu)?.join(' ') ?? '';
}

/** The spare key: hidden until asked for, then on a sheet of its own to print. */
export function Kit({ centre }: { readonly centre: OpenCentre }) {
  const { t } = useText();
  const [secret, setSecret] = useState<string | null>(null);
  const [shown, setShown] = useState(false);
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    let gone = false;
    void centre.kitSecret().then((kit) => {
      if (gone) return;
      setSecret(kit);
      setAsked(true);
    });
    return () => {
      gone = true;
    };
  }, [centre]);
  return (
    <Section title={t('settings.kit')} lead={t('settings.kitLead')} id="kit">
      {!asked ? null : secret === null ? (
        <p>{t('settings.kitElsewhere')}</p>
      ) : !shown ? (
        <div>
          <Button onClick={() => setShown(true)}>{t('settings.kitShow')}</Button>
        </div>
      ) : (
        <Panel>
          <div class="kit-paper">
            <h3>
              {t('settings.kitPaper')}, {centre.centre.value.name}
            </h3>
            <p>{t('settings.kitPaperText')}</p>
            <div class="settings-qr">
              <QrCode text={secret} label={t('settings.kitQr')} />
            </div>
            <p class="secret-words">{inGroups(secret)}</p>
          </div>
          <div class="no-print">
            <ButtonRow>
              <Button kind="primary" onClick={() => window.print()}>
                {t('settings.kitPrint')}
              </Button>
              <Button kind="quiet" onClick={() => setShown(false)}>
                {t('settings.kitHide')}
              </Button>
            </ButtonRow>
          </div>
        </Panel>
      )}
    </Section>
  );
}
