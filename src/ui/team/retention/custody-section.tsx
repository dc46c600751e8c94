import type { OpenCentre } from '#app/team/team-app.ts';
import { ButtonLink, ButtonRow } from '#ui/parts/button/button.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import { RetentionReminder } from './retention-reminder.tsx';

/** The settings' way to what is collected here, and to how long answers are kept. */
export function CustodySection({ centre }: { readonly centre: OpenCentre }) {
  const { t } = useText();
  return (
    <Section title={t('custody:settings.title')} lead={t('custody:settings.lead')} id="custody">
      <RetentionReminder centre={centre} />
      <ButtonRow>
        <ButtonLink href={pathTo.custody()}>{t('custody:collected.title')}</ButtonLink>
        <ButtonLink href={pathTo.retention()}>{t('custody:retention.title')}</ButtonLink>
      </ButtonRow>
    </Section>
  );
}
