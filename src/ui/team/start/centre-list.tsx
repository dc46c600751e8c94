import type { CentreEntry } from '#app/team/team-app.ts';
import { Button } from '#ui/parts/button/button.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { goTo, pathTo } from '#ui/team/session/paths.ts';
import { useSession } from '#ui/team/session/session.tsx';
import './centre-list.css';

/** The centres that this device holds: one tap opens one. */
export function CentreList({ centres }: { readonly centres: readonly CentreEntry[] }) {
  const { t } = useText();
  const { app, preferences } = useSession();
  const open = async (entry: CentreEntry): Promise<void> => {
    preferences.setLastSpace(entry.space);
    await app.openCentre(entry.space);
    goTo(pathTo.home());
  };
  const realFirst = centres.toSorted((a, b) => Number(a.demo) - Number(b.demo));
  return (
    <Section title={t('start.here')} lead={t('start.hereLead')}>
      <ul class="centre-list">
        {realFirst.map((entry, index) => (
          <li key={entry.space} class="centre-row">
            <span class="centre-name">
              {entry.name}
              {entry.demo ? <span class="centre-demo">{t('start.example')}</span> : null}
            </span>
            <Button
              kind={index === 0 ? 'primary' : 'secondary'}
              label={`${t('start.open')} ${entry.name}`}
              onClick={() => void open(entry)}
            >
              {t('start.open')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
