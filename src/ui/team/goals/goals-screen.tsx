import { useMemo, useState } from 'preact/hooks';
import { goalsToChoose } from '#projections/goals-to-choose.ts';
import { priorityGoalsPerYear } from '#projections/suppression.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/parts/button/button.tsx';
import { EmptyState } from '#ui/parts/empty-state/empty-state.tsx';
import { Page, Section } from '#ui/parts/page/page.tsx';
import { Tabs } from '#ui/parts/tabs/tabs.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { ResultsProvider } from '#ui/team/results/results-context.ts';
import type { YearScreenProps } from '#ui/team/results/screen-props.ts';
import { GoalList } from './goal-list.tsx';
import { Candidates } from './candidates/candidates.tsx';
import { GoalReading } from './goal-reading/goal-reading.tsx';
import { OneMoreGoal } from './one-more/one-more-goal.tsx';
import './goals.css';
import { pathTo } from '#ui/team/session/paths.ts';

/**
 * The two priority goals. They are chosen from one year's results and are for the year after, so that is what
 * opens; the goals of the year itself stand above, to be followed up.
 */
export function GoalsScreen({ centre, year }: YearScreenProps) {
  const { t } = useText();
  const [goalYear, setGoalYear] = useState(year + 1);
  const ledger = centre.ledger.value;
  const goals = useMemo(() => centre.goals(goalYear), [centre, goalYear, ledger]);
  const earlier = useMemo(() => centre.goals(goalYear - 1), [centre, goalYear, ledger]);
  const results = useMemo(() => centre.results(goalYear - 1), [centre, goalYear, ledger]);
  const toChoose = useMemo(() => goalsToChoose(ledger, goalYear), [goalYear, ledger]);
  const resultsYear = goalYear - 1;

  const add = async (): Promise<void> => {
    const empty = { title: '', because: '', measure: '', target: '', responsible: '', due: '' };
    await centre.addGoal({ ...empty, year: goalYear, evidence: [] });
  };

  if (!centre.loaded.value) return <Page title={t('results:goal.title', { year: goalYear })} />;
  return (
    <Page
      width="wide"
      title={t('results:goal.title', { year: goalYear })}
      lead={t('results:goal.lead', { year: goalYear, resultsYear })}
      actions={
        <ButtonLink href={pathTo.results(resultsYear)}>
          {t('results:goal.toResults', { year: resultsYear })}
        </ButtonLink>
      }
    >
      <Tabs
        label={t('results:goal.forYear')}
        value={String(goalYear)}
        options={[year + 1, year].map((one) => ({
          value: String(one),
          label: t('results:goal.tab', { year: one }),
        }))}
        onChange={(value) => setGoalYear(Number(value))}
      />
      {earlier.length === 0 ? null : (
        <Section
          title={t('results:goal.earlier', { year: resultsYear })}
          lead={t('results:goal.earlierLead')}
        >
          <div class="goals-earlier">
            {earlier.map((goal) => (
              <GoalReading key={goal.id} centre={centre} goal={goal} results={results} />
            ))}
          </div>
        </Section>
      )}
      <ResultsProvider value={{ centre, year: resultsYear, view: results, goals }}>
        <Candidates centre={centre} results={results} />
      </ResultsProvider>
      <div class="goals-written">
        <GoalList centre={centre} goalYear={goalYear} />
      </div>
      {goals.length === 0 ? (
        <EmptyState
          title={t('results:goal.emptyTitle', { year: goalYear })}
          action={
            <ButtonRow>
              <ButtonLink kind="primary" href={pathTo.results(resultsYear)}>
                {t('results:goal.toResults', { year: resultsYear })}
              </ButtonLink>
              <Button onClick={() => void add()}>{t('results:goal.writeOwn')}</Button>
            </ButtonRow>
          }
        >
          <p>{t('results:goal.empty1')}</p>
          <p>{t('results:goal.empty2')}</p>
        </EmptyState>
      ) : null}
      {goals.length > 0 && goals.length < priorityGoalsPerYear ? (
        <EmptyState
          title={t('results:goal.oneMoreTitle')}
          action={<Button onClick={() => void add()}>{t('results:goal.add')}</Button>}
        >
          {t('results:goal.oneMore')}
        </EmptyState>
      ) : null}
      {goals.length < priorityGoalsPerYear || toChoose.length > 0 ? null : (
        <details class="goal-now">
          <summary>{t('results:goal.third')}</summary>
          <OneMoreGoal centre={centre} year={goalYear} evidence={[]} />
        </details>
      )}
    </Page>
  );
}
