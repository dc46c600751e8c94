import { useState } from 'preact/hooks';
import { kitCopies, kitCopiesText } from '#app/team/people-notes.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { Button, ButtonRow } from '#ui/parts/button/button.tsx';
import { Dialog } from '#ui/parts/dialog/dialog.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { SavedField } from '#ui/parts/saved-field/saved-field.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { KitCheck } from '#ui/team/keys/kit-check.tsx';
import { KitPaper } from '#ui/team/keys/kit-paper.tsx';
import '#ui/team/keys/keys.css';

interface KitProps {
  readonly centre: OpenCentre;
}

/** The recovery kit: to print, to check, where its papers are, and off this device when it is on paper. */
export function Kit({ centre }: KitProps) {
  const { t, formats } = useText();
  const [isShown, setIsShown] = useState(false);
  const check = centre.kitCheck.value;
  const here = centre.kitHere.value;
  const state =
    check === null
      ? t('keys:kit.unchecked')
      : check.by === ''
        ? t('keys:kit.checkedShort', { day: formats.day(check.at.slice(0, 10)) })
        : t('keys:kit.checked', { day: formats.day(check.at.slice(0, 10)), by: check.by });
  return (
    <Section title={t('keys:kit.title')} lead={t('keys:kit.lead')} id="kit">
      <p role="status">
        {here || check !== null ? `${state} ` : ''}
        {here ? '' : check === null ? t('keys:kit.elsewhere') : t('keys:kit.onlyPaper')}
      </p>
      {here ? <KitPaper centre={centre} hide={t('keys:kit.hide')} onShow={setIsShown} /> : null}
      {here && check === null && !isShown ? (
        <Section level={3} title={t('keys:check.submit')} lead={t('keys:check.step2')}>
          <KitCheck centre={centre} onDone={() => {}} />
        </Section>
      ) : null}
      <SavedField
        label={t('keys:kit.copies')}
        help={t('keys:kit.copiesHelp')}
        optional={t('parts.optional')}
        value={kitCopies(centre)}
        maxLength={300}
        multiline
        rows={2}
        keeper={kitCopiesText(centre)}
      />
      {here && !centre.entry.demo ? <TakeOff centre={centre} /> : null}
    </Section>
  );
}

/** From then on the kit stands on paper only: it asks once, since nothing brings it back here. */
function TakeOff({ centre }: KitProps) {
  const { t } = useText();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const isChecked = centre.kitCheck.value !== null;
  const waits = centre.revocationsWaiting.value + centre.purgesWaiting.value > 0;
  const take = async (): Promise<void> => {
    const isGone = await centre.forgetKit();
    setAsking(false);
    if (!isGone) return;
    toast({ text: t('keys:kit.removed') });
  };
  return (
    <Section level={3} title={t('keys:kit.removeTitle')} lead={t('keys:kit.removeText')}>
      {isChecked && waits ? (
        <p role="status" class="keys-soft">
          {t('keys:kit.removeWaits')}
        </p>
      ) : isChecked ? (
        <div>
          <Button onClick={() => setAsking(true)}>{t('keys:kit.remove')}</Button>
        </div>
      ) : (
        <p class="keys-soft">{t('keys:kit.removeFirst')}</p>
      )}
      {asking ? (
        <Dialog title={t('keys:kit.removeAsk')} onClose={() => setAsking(false)}>
          <p>{t('keys:kit.removeAskText')}</p>
          <ButtonRow>
            <Button kind="danger" onClick={() => void take()}>
              {t('keys:kit.removeDo')}
            </Button>
            <Button kind="quiet" onClick={() => setAsking(false)}>
              {t('parts.cancel')}
            </Button>
          </ButtonRow>
        </Dialog>
      ) : null}
    </Section>
  );
}
