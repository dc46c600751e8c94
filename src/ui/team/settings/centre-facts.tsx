import { useState } from 'preact/hooks';
import { centreNameText, responsibleText, setServices } from '#app/team/centre-facts.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { ServiceId } from '#instruments/form.ts';
import { Section } from '#ui/parts/page/page.tsx';
import { CheckboxGroup } from '#ui/parts/checkbox-group/checkbox-group.tsx';
import { SavedField } from '#ui/parts/saved-field/saved-field.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import { serviceIds } from '#ui/team/session/service-ids.ts';

/** The centre's name, who is responsible, and its services. Everything saves itself and can be undone. */
export function CentreFacts({ centre }: { readonly centre: OpenCentre }) {
  const { t } = useText();
  const toast = useToast();
  const [none, setNone] = useState(false);
  const { name, responsible, services } = centre.centre.value;

  const chooseServices = async (chosen: readonly ServiceId[]): Promise<void> => {
    setNone(chosen.length === 0);
    if (chosen.length === 0) return;
    await setServices(centre, chosen);
    toast({
      text: t('settings.servicesSaved'),
      undo: () => void setServices(centre, services),
    });
  };
  const needed =
    (words: string) =>
    (text: string): string | undefined =>
      text.trim() === '' ? words : undefined;

  return (
    <Section title={t('settings.centre')} lead={t('settings.centreLead')} id="centre">
      <SavedField
        label={t('create.name')}
        help={t('create.nameHelp')}
        value={name}
        maxLength={120}
        check={needed(t('create.nameError'))}
        keeper={centreNameText(centre)}
      />
      <CheckboxGroup<ServiceId>
        legend={t('create.services')}
        help={t('create.servicesHelp')}
        options={serviceIds.map((value) => ({ value, label: t(`services.${value}`) }))}
        values={services}
        onChange={(chosen) => void chooseServices(chosen)}
        error={none ? t('settings.servicesLeft') : undefined}
      />
      <SavedField
        label={t('create.responsible')}
        help={t('create.responsibleHelp')}
        value={responsible.name}
        maxLength={120}
        check={needed(t('create.responsibleNameError'))}
        keeper={responsibleText(centre, 'name')}
      />
      <SavedField
        label={t('create.responsibleContact')}
        help={t('create.responsibleContactHelp')}
        value={responsible.contact}
        maxLength={200}
        check={needed(t('create.responsibleContactError'))}
        keeper={responsibleText(centre, 'contact')}
      />
    </Section>
  );
}
