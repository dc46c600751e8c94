import { useState } from 'preact/hooks';
import type { FormId } from '#instruments/form.ts';
import { CardTooLargeError } from '#app/team/make-round.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { WhatIsAsked } from '#ui/team/questions/what-is-asked.tsx';
import { downloadText, fileNameFor } from '#ui/team/session/file-exchange.ts';
import { pathTo } from '#ui/team/session/paths.ts';
import { useSession } from '#ui/team/session/session.tsx';
import { askToPersist, isInstalled } from '#ui/team/session/storage-state.ts';
import { DateFields, daysFault } from './date-fields.tsx';
import { proposedDays } from './round-defaults.ts';

interface OpenRoundProps {
  readonly centre: OpenCentre;
  readonly year: number;
  readonly form: FormId;
  readonly onDone: () => void;
}

/**
 * Opens a round: two days and a button. A centre that lives on one device alone first needs something that keeps the
 * answers (installed, promised by the browser, or a copy), since some browsers clear a site after a week.
 */
export function OpenRoundForm({ centre, year, form, onDone }: OpenRoundProps) {
  const { t, formats } = useText();
  const { app } = useSession();
  const toast = useToast();
  const [days, setDays] = useState(() => proposedDays(form, year, centre.today.value));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<'openFailed' | 'tooLarge' | null>(null);
  const [copyFirst, setCopyFirst] = useState(false);
  const isPlanned = days.opens > centre.today.value;

  const isKept = async (): Promise<boolean> =>
    centre.entry.demo ||
    centre.sync.value.mailbox !== null ||
    app.persistent.value ||
    centre.copied.value ||
    isInstalled() ||
    (await askToPersist()) === 'persisted';

  const open = async (withCopy: boolean): Promise<void> => {
    setTried(true);
    setFailed(null);
    if (daysFault(days) !== null) return;
    setBusy(true);
    try {
      if (!withCopy && !(await isKept())) {
        setCopyFirst(true);
        setBusy(false);
        return;
      }
      await centre.openRound(form, year, days.opens, days.closes);
      if (withCopy) {
        // After the round is made, so that its key is in the copy.
        const name = fileNameFor(centre.centre.value.name, centre.today.value);
        downloadText(name, await centre.exportFile());
      }
      toast({
        text: isPlanned
          ? t('rounds.plannedToast', { day: formats.day(days.opens) })
          : t('rounds.opened'),
      });
      onDone();
    } catch (error) {
      setFailed(error instanceof CardTooLargeError ? 'tooLarge' : 'openFailed');
      setBusy(false);
    }
  };

  const { responsible } = centre.centre.value;
  if (responsible.name.trim() === '' || responsible.contact.trim() === '') {
    return (
      <Notice
        kind="warning"
        title={t('questions:opening.responsibleTitle')}
        actions={
          <>
            <ButtonLink kind="primary" href={pathTo.settings('centre')}>
              {t('questions:opening.toResponsible')}
            </ButtonLink>
            <Button kind="quiet" onClick={onDone}>
              {t('parts.cancel')}
            </Button>
          </>
        }
      >
        {t('questions:opening.responsible')}
      </Notice>
    );
  }

  return (
    <form
      class="rounds-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void open(copyFirst);
      }}
    >
      <DateFields days={days} onChange={setDays} tried={tried} />
      {form === 'reflection' ? null : <WhatIsAsked centre={centre} form={form} />}
      {copyFirst ? (
        <Notice kind="warning" title={t('rounds.copyFirstTitle')} live>
          {t('rounds.copyFirstText')}
        </Notice>
      ) : null}
      {failed !== null ? (
        <Notice kind="danger" live>
          {t(failed === 'tooLarge' ? 'questions:opening.tooLarge' : 'rounds.openFailed')}
        </Notice>
      ) : null}
      <ButtonRow>
        <Button kind="primary" type="submit" busy={busy}>
          {t(copyFirst ? 'rounds.copyFirst' : isPlanned ? 'rounds.planNow' : 'rounds.openNow')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('parts.cancel')}
        </Button>
      </ButtonRow>
    </form>
  );
}
