import type { OpenCentre } from '#app/team/team-app.ts';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo, type SettingsPart } from '#ui/team/session/paths.ts';

/** The page's sections as links: it is long, and mostly one is looked for. */
export function SettingsContents({ centre }: { readonly centre: OpenCentre }) {
  const { t } = useText();
  const isDemo = centre.entry.demo;
  const sections: readonly (readonly [SettingsPart, string])[] = [
    ['centre', t('settings.centre')],
    ['wording', t('meeting:wording.title')],
    ['mailbox', t('settings.mailbox')],
    ['devices', t('keys:devices.title')],
    ['kit', t('keys:kit.title')],
    ...(isDemo ? [] : [['lock', t('keys:lock.title')] as const]),
    ['handover', t('keys:handover.title')],
    ['least-shown', t('results:least.title')],
    ['file', t('settings.file')],
    ['custody', t('custody:settings.title')],
    ['leave', t('settings.leave')],
  ];
  return (
    <nav class="settings-contents" aria-label={t('settings.contents')}>
      <ul>
        {sections.map(([part, title]) => (
          <li key={part}>
            <a href={pathTo.settings(part)}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
