import { useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import { Button } from '#ui/parts/button/button.tsx';
import { SelectField } from '#ui/parts/field/field.tsx';
import { Page } from '#ui/parts/page/page.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { goTo, pathTo } from '#ui/team/session/paths.ts';
import { suggestedYear } from '#ui/team/session/year-of-day.ts';

/** The first thing a new centre meets: what a verksamhetsår is, and the button that begins one. */
export function BeginYear({ centre }: { readonly centre: OpenCentre }) {
  const { t } = useText();
  const likely = suggestedYear(centre.today.value, []);
  const [year, setYear] = useState(likely);
  const [busy, setBusy] = useState(false);
  const begin = async (): Promise<void> => {
    setBusy(true);
    await centre.beginYear(year);
    goTo(pathTo.overview(year));
  };
  const choices = [likely + 1, likely, likely - 1];
  return (
    <Page title={t('overview.beginTitle')} lead={t('overview.beginText')}>
      <Panel kind="accent">
        <SelectField
          label={t('nav.year')}
          value={String(year)}
          options={choices.map((each) => ({ value: String(each), label: String(each) }))}
          onChange={(picked) => setYear(Number(picked))}
        />
        <div>
          <Button kind="primary" busy={busy} onClick={() => void begin()}>
            {t('overview.begin', { year })}
          </Button>
        </div>
      </Panel>
    </Page>
  );
}
