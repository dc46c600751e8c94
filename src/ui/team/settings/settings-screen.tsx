import type { OpenCentre } from '#app/team/team-app.ts';
import { ButtonLink } from '#ui/parts/button/button.tsx';
import { Page } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import { CentreFacts } from './centre-facts.tsx';
import { Devices } from './devices.tsx';
import { FileSection } from './file-section.tsx';
import { Kit } from './kit.tsx';
import { LeaveCentre } from './leave-centre.tsx';
import { Mailbox } from './mailbox.tsx';
import './settings.css';

/** The centre's facts, its mailbox, its devices, its spare key and its copies. */
export function SettingsScreen({ centre }: { readonly centre: OpenCentre }) {
  const { t } = useText();
  if (!centre.loaded.value) return <Page title={t('settings.title')} />;
  return (
    <Page title={t('settings.title')}>
      <div class="settings">
        <CentreFacts centre={centre} />
        <Mailbox centre={centre} />
        <Devices centre={centre} />
        <Kit centre={centre} />
        <FileSection centre={centre} />
        <LeaveCentre centre={centre} />
        <p>
          <ButtonLink kind="quiet" href={pathTo.start()}>
            {t('settings.another')}
          </ButtonLink>
        </p>
      </div>
    </Page>
  );
}
