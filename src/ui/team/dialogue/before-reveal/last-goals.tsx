import { useMemo } from 'preact/hooks';
import { Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { GoalReading } from '#ui/team/goals/goal-reading/goal-reading.tsx';
import type { YearScreenProps } from '#ui/team/results/screen-props.ts';

/** The year's own goals open the meeting: how did it go, and what difference did it make? */
export function LastGoals({ centre, year }: YearScreenProps) {
  const { t } = useText();
  const ledger = centre.ledger.value;
  const goals = useMemo(() => centre.goals(year), [centre, year, ledger]);
  const results = useMemo(() => centre.results(year), [centre, year, ledger]);
  if (goals.length === 0) return null;
  return (
    <Section
      title={t('results:dialogue.goalsTitle', { year })}
      lead={t('results:dialogue.goalsLead')}
    >
      {goals.map((goal) => (
        <GoalReading key={goal.id} goal={goal} results={results} />
      ))}
    </Section>
  );
}
