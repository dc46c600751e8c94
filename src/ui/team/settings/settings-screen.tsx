import { useEffect } from 'preact/hooks';
import { useParams } from 'wouter-preact';
import type { OpenCentre } from '#app/team/team-app.ts';
import { ButtonLink } from '#ui/parts/button/button.tsx';
import { Page, Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import { CustodySection } from '#ui/team/retention/custody-section.tsx';
import { DeleteCentre } from '#ui/team/retention/delete-centre.tsx';
import { WordingSection } from '#ui/team/wording/wording-section.tsx';
import { CentreFacts } from './centre-facts.tsx';
import { Devices } from './devices.tsx';
import { FileSection } from './file-section.tsx';
import { Kit } from './kit.tsx';
import { LeastShown } from './least-shown.tsx';
import { Lock } from './lock.tsx';
import { LeaveCentre } from './leave-centre.tsx';
import { Mailbox } from './mailbox.tsx';
import { SettingsContents } from './settings-contents.tsx';
import './settings.css';

/** The centre's facts, its mailbox, its devices, its spare key and its copies. */
export function SettingsScreen({ centre }: { readonly centre: OpenCentre }) {
  const { t } = useText();
  const { part } = useParams();
  const isLoaded = centre.loaded.value;
  useEffect(() => {
    if (part === undefined || !isLoaded) return undefined;
    // After the screen has taken its own place at the top.
    const frame = requestAnimationFrame(() => showSection(part));
    return () => cancelAnimationFrame(frame);
  }, [part, isLoaded]);
  if (!isLoaded) return <Page title={t('settings.title')} />;
  return (
    <Page title={t('settings.title')}>
      <SettingsContents centre={centre} />
      <div class="settings">
        <CentreFacts centre={centre} />
        <WordingSection centre={centre} />
        <Mailbox centre={centre} />
        <Devices centre={centre} />
        <Kit centre={centre} />
        {centre.entry.demo ? null : <Lock />}
        <Section title={t('keys:handover.title')} lead={t('keys:handover.linkText')} id="handover">
          <div>
            <ButtonLink href={pathTo.handover()}>{t('keys:handover.link')}</ButtonLink>
          </div>
        </Section>
        <LeastShown centre={centre} />
        <FileSection centre={centre} />
        <CustodySection centre={centre} />
        <LeaveCentre centre={centre} />
        <DeleteCentre centre={centre} />
        <p>
          <ButtonLink kind="quiet" href={pathTo.start()}>
            {t('settings.another')}
          </ButtonLink>
        </p>
      </div>
    </Page>
  );
}

/** Brings one section to the top, and the keyboard with it. */
function showSection(id: string): void {
  const heading = document.getElementById(id)?.querySelector<HTMLElement>('.section-title');
  if (heading === null || heading === undefined) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView();
}
