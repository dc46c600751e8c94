import type { OpenCentre } from '#app/team/team-app.ts';
import { ButtonLink } from '#ui/parts/button/button.tsx';
import { Page, Section } from '#ui/parts/page/page.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import { RetentionReminder } from '#ui/team/retention/retention-reminder.tsx';
import { BeginYear } from './begin-year.tsx';
import { NewYear } from './new-year.tsx';
import { StepList } from './step-list.tsx';
import { nextStep, yearSteps } from './year-steps.ts';
import './overview-screen.css';

interface OverviewProps {
  readonly centre: OpenCentre;
  /** Null before the first verksamhetsår. */
  readonly year: number | null;
}

/** A year at a glance: the one next thing, then all its steps in words. */
export function OverviewScreen({ centre, year }: OverviewProps) {
  const { t } = useText();
  if (!centre.loaded.value) {
    const title = year === null ? centre.entry.name : t('overview.title', { year });
    return (
      <Page title={title}>
        <p class="screen-loading" role="status">
          {t('overview.loading')}
        </p>
      </Page>
    );
  }
  if (year === null || centre.years.value.length === 0) return <BeginYear centre={centre} />;
  return <Year centre={centre} year={year} />;
}

function Year({ centre, year }: { readonly centre: OpenCentre; readonly year: number }) {
  const { t } = useText();
  const board = centre.board(year);
  const steps = yearSteps({
    year,
    today: centre.today.value,
    rounds: centre.rounds.value,
    revealed: board.revealed,
    positionsLeft: board.positionsLeft,
    goals: centre.goals(year + 1).length,
    purged: centre.custody.purgedForms(year),
  });
  const next = nextStep(steps);
  return (
    <Page title={t('overview.title', { year })}>
      <Panel kind="accent">
        <div class="overview-next">
          <h2 class="overview-next-title">{t('overview.next')}</h2>
          <p class="overview-next-words">{t(`overview.do.${next.what}`)}</p>
          <ButtonLink kind="primary" href={pathTo[next.where](year)}>
            {t(`overview.go.${next.where}`)}
          </ButtonLink>
        </div>
      </Panel>
      <RetentionReminder centre={centre} />
      <Section title={t('overview.steps')} lead={t('overview.stepsLead')}>
        <StepList steps={steps} year={year} />
        <p class="overview-history">
          {t('overview.historyText')}{' '}
          <a href={pathTo.history(year - 1, 'reflection')}>{t('overview.history')}</a>
        </p>
      </Section>
      <NewYear centre={centre} year={year} />
    </Page>
  );
}
