import { useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import { Button, ButtonLink } from '#ui/parts/button/button.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { goTo, pathTo } from '#ui/team/session/paths.ts';
import { NextStepWords } from './next-step-words.tsx';
import { stepsOf } from './steps-of.ts';
import { nextStep } from './year-steps.ts';

interface TwoYearsProps {
  readonly centre: OpenCentre;
  /** The one whose page it stands on. */
  readonly year: number;
  readonly finishing: number;
  readonly beginning: number;
}

/** January to March: the year that is finished and the year that begins, side by side. */
export function TwoYears({ centre, year, finishing, beginning }: TwoYearsProps) {
  const { t } = useText();
  const [busy, setBusy] = useState(false);
  const isBegun = centre.years.value.includes(beginning);
  const goals = centre.goals(beginning).length;
  const begin = async (): Promise<void> => {
    setBusy(true);
    await centre.beginYear(beginning);
    goTo(pathTo.overview(beginning));
  };
  return (
    <div class="overview-years">
      <p class="overview-history">{t('meeting:years.lead')}</p>
      <Panel kind="accent">
        <NextStepWords
          title={t('meeting:years.finish', { year: finishing })}
          next={nextStep(stepsOf(centre, finishing), true)}
          year={finishing}
        />
      </Panel>
      <Panel>
        <div class="overview-next">
          <h2 class="overview-next-title">{t('meeting:years.begin', { year: beginning })}</h2>
          <p class="overview-next-words">
            {isBegun
              ? t('meeting:years.goals', { count: goals, year: beginning })
              : t('meeting:years.beginText')}
          </p>
          {isBegun ? (
            <ButtonLink href={year === beginning ? pathTo.goals(year) : pathTo.overview(beginning)}>
              {year === beginning
                ? t('results:goal.earlier', { year })
                : t('meeting:years.to', { year: beginning })}
            </ButtonLink>
          ) : (
            <Button busy={busy} onClick={() => void begin()}>
              {t('overview.begin', { year: beginning })}
            </Button>
          )}
        </div>
      </Panel>
    </div>
  );
}
