import { useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import { Button } from '#ui/parts/button/button.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { KitCheck } from './kit-check.tsx';
import { KitPaper } from './kit-paper.tsx';
import './keys.css';

/** Whether the kit has to be on paper before a round opens: it lies on this device, and nobody has checked it. */
export function needsKitFirst(centre: OpenCentre): boolean {
  return !centre.entry.demo && centre.kitHere.value && centre.kitCheck.value === null;
}

interface KitFirstProps {
  readonly centre: OpenCentre;
  readonly onDone: () => void;
  readonly onLater: () => void;
  readonly onCancel: () => void;
}

/** The step before the first round: print the kit, then type three words from the paper. */
export function KitFirst({ centre, onDone, onLater, onCancel }: KitFirstProps) {
  const { t } = useText();
  const [isShown, setIsShown] = useState(false);
  const canWait = centre.devices.value.length > 1 || centre.copied.value;
  return (
    <Section level={3} title={t('keys:check.title')} lead={t('keys:check.text')}>
      <p class="section-lead">{t('keys:check.step1')}</p>
      <KitPaper centre={centre} hide={t('keys:kit.printed')} onShow={setIsShown} />
      {/* From the paper, not from the screen: the words are asked for when they are not shown. */}
      {isShown ? null : (
        <>
          <p class="section-lead">{t('keys:check.step2')}</p>
          <KitCheck
            centre={centre}
            onDone={onDone}
            others={
              <Button kind="quiet" onClick={onCancel}>
                {t('parts.cancel')}
              </Button>
            }
          />
          {canWait ? (
            <div class="keys-stack">
              <p class="keys-soft">{t('keys:check.laterWhy')}</p>
              <div>
                <Button kind="quiet" onClick={onLater}>
                  {t('keys:check.later')}
                </Button>
              </div>
            </div>
          ) : null}
        </>
      )}
    </Section>
  );
}
