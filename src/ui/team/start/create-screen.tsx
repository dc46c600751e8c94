import { useState } from 'preact/hooks';
import type { ServiceId } from '#instruments/form.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/parts/button/button.tsx';
import { TextField } from '#ui/parts/field/field.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Page } from '#ui/parts/page/page.tsx';
import { CheckboxGroup } from '#ui/parts/checkbox-group/checkbox-group.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { goTo, pathTo } from '#ui/team/session/paths.ts';
import { useSession } from '#ui/team/session/session.tsx';
import { serviceIds } from '#ui/team/session/service-ids.ts';
import { missingIn, type CentreDraft } from './centre-draft.ts';
import './form.css';

/** The short form that makes a centre. What is missing is said beside its field, and first of all in sum. */
export function CreateScreen() {
  const { t } = useText();
  const { app, preferences } = useSession();
  const [draft, setDraft] = useState<CentreDraft>({
    name: '',
    services: serviceIds,
    responsibleName: '',
    responsibleContact: '',
    deviceName: t('create.deviceDefault'),
  });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const missing = missingIn(draft);
  const error = (field: keyof CentreDraft, words: string): string | undefined =>
    tried && missing.includes(field) ? words : undefined;
  const change = (part: Partial<CentreDraft>): void => setDraft({ ...draft, ...part });

  const submit = async (): Promise<void> => {
    setTried(true);
    setFailed(false);
    if (missing.length > 0) {
      document.getElementById(`create-${missing[0]}`)?.focus();
      return;
    }
    setBusy(true);
    try {
      const entry = await app.createCentre({
        name: draft.name.trim(),
        services: draft.services,
        responsible: {
          name: draft.responsibleName.trim(),
          contact: draft.responsibleContact.trim(),
        },
        deviceName: draft.deviceName.trim(),
      });
      preferences.setLastSpace(entry.space);
      if (app.current.value?.entry.space !== entry.space) await app.openCentre(entry.space);
      goTo(pathTo.home());
    } catch {
      setFailed(true);
      setBusy(false);
    }
  };

  return (
    <Page title={t('create.title')} lead={t('create.lead')}>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {tried && missing.length > 0 ? (
          <Notice kind="danger" live>
            {t('create.errors', { count: missing.length })}
          </Notice>
        ) : null}
        <TextField
          id="create-name"
          label={t('create.name')}
          help={t('create.nameHelp')}
          value={draft.name}
          maxLength={120}
          onInput={(name) => change({ name })}
          error={error('name', t('create.nameError'))}
        />
        <div id="create-services" tabIndex={-1}>
          <CheckboxGroup<ServiceId>
            legend={t('create.services')}
            help={t('create.servicesHelp')}
            options={serviceIds.map((value) => ({ value, label: t(`services.${value}`) }))}
            values={draft.services}
            onChange={(services) => change({ services })}
            error={error('services', t('create.servicesError'))}
          />
        </div>
        <fieldset class="form-group">
          <legend>{t('create.responsible')}</legend>
          <p class="form-help">{t('create.responsibleHelp')}</p>
          <TextField
            id="create-responsibleName"
            label={t('create.responsibleName')}
            help={t('create.responsibleNameHelp')}
            value={draft.responsibleName}
            maxLength={120}
            onInput={(responsibleName) => change({ responsibleName })}
            error={error('responsibleName', t('create.responsibleNameError'))}
          />
          <TextField
            id="create-responsibleContact"
            label={t('create.responsibleContact')}
            help={t('create.responsibleContactHelp')}
            value={draft.responsibleContact}
            maxLength={200}
            onInput={(responsibleContact) => change({ responsibleContact })}
            error={error('responsibleContact', t('create.responsibleContactError'))}
          />
        </fieldset>
        <TextField
          id="create-deviceName"
          label={t('create.device')}
          help={t('create.deviceHelp')}
          value={draft.deviceName}
          maxLength={60}
          onInput={(deviceName) => change({ deviceName })}
          error={error('deviceName', t('create.deviceError'))}
        />
        {failed ? (
          <Notice kind="danger" live>
            {t('create.failed')}
          </Notice>
        ) : null}
        <ButtonRow>
          <Button kind="primary" type="submit" busy={busy}>
            {t('create.submit')}
          </Button>
          <ButtonLink kind="quiet" href={pathTo.start()}>
            {t('parts.cancel')}
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
