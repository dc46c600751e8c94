import { useMemo } from 'preact/hooks';
import { ButtonLink } from '#ui/parts/button/button.tsx';
import { EmptyState } from '#ui/parts/empty-state/empty-state.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { GoalReading } from '#ui/team/goals/goal-reading/goal-reading.tsx';
import type { YearScreenProps } from '#ui/team/results/screen-props.ts';
import { pathTo } from '#ui/team/session/paths.ts';

interface LastGoalsProps extends YearScreenProps {
  /** The only thing on its screen: then it also says that there are none, and leads on. */
  readonly alone?: boolean;
}

/** The year's own goals open the meeting: how did it go, and what difference did it make? */
export function LastGoals({ centre, year, alone = false }: LastGoalsProps) {
  const { t } = useText();
  const ledger = centre.ledger.value;
  const goals = useMemo(() => centre.goals(year), [centre, year, ledger]);
  const results = useMemo(() => centre.results(year), [centre, year, ledger]);
  const on = alone ? (
    <ButtonLink kind="primary" href={pathTo.dialogue(year, 'statements')}>
      {t('meeting:toStatements')}
    </ButtonLink>
  ) : null;
  if (goals.length === 0) {
    return alone ? (
      <EmptyState title={t('meeting:noGoals', { year })} action={on}>
        {t('meeting:noGoalsText')}
      </EmptyState>
    ) : null;
  }
  return (
    <Section
      title={t('results:dialogue.goalsTitle', { year })}
      lead={t('results:dialogue.goalsLead')}
    >
      {goals.map((goal) => (
        <GoalReading key={goal.id} centre={centre} goal={goal} results={results} />
      ))}
      {on === null ? null : <div>{on}</div>}
    </Section>
  );
}
