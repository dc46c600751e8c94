import type { OpenCentre } from '#app/team/team-app.ts';
import { Page, Section } from '#ui/parts/page/page.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import { RetentionReminder } from '#ui/team/retention/retention-reminder.tsx';
import { yearsOnTheTable } from '#ui/team/session/year-of-day.ts';
import { BeginYear } from './begin-year.tsx';
import { CheckReminder } from './check-reminder.tsx';
import { GoalsOfYear } from './goals-of-year.tsx';
import { NewYear } from './new-year.tsx';
import { NextStepWords } from './next-step-words.tsx';
import { StepList } from './step-list.tsx';
import { stepsOf } from './steps-of.ts';
import { TwoYears } from './two-years.tsx';
import { nextStep } from './year-steps.ts';
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
  const steps = stepsOf(centre, year);
  const both = yearsOnTheTable(centre.today.value, centre.years.value);
  const isOnTable = both !== null && [both.finishing, both.beginning].includes(year);
  return (
    <Page title={t('overview.title', { year })}>
      {isOnTable ? (
        <TwoYears centre={centre} year={year} {...both} />
      ) : (
        <Panel kind="accent">
          <NextStepWords next={nextStep(steps)} year={year} title={t('overview.next')} />
        </Panel>
      )}
      <GoalsOfYear centre={centre} year={year} />
      <CheckReminder centre={centre} year={year} />
      <RetentionReminder centre={centre} />
      <Section title={t('overview.steps')} lead={t('overview.stepsLead')}>
        <StepList steps={steps} year={year} />
        <p class="overview-history">
          {t('overview.historyText')}{' '}
          <a href={pathTo.history(year - 1, 'reflection')}>{t('overview.history')}</a>
        </p>
      </Section>
      {isOnTable ? null : <NewYear centre={centre} year={year} />}
    </Page>
  );
}
