import { useMemo } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import { ButtonLink } from '#ui/parts/button/button.tsx';
import { EmptyState } from '#ui/parts/empty-state/empty-state.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { FollowUpPlan } from '#ui/team/goals/follow-up/follow-up-plan.tsx';
import '#ui/team/goals/goals.css';
import { pathTo } from '#ui/team/session/paths.ts';

interface FollowUpPartProps {
  readonly centre: OpenCentre;
  readonly year: number;
}

/** Step 5: when, how and by whom each goal is looked at during its year. Ends the meeting. */
export function FollowUpPart({ centre, year }: FollowUpPartProps) {
  const { t } = useText();
  const ledger = centre.ledger.value;
  const goals = useMemo(() => centre.goals(year + 1), [centre, year, ledger]);
  if (goals.length === 0) {
    return (
      <EmptyState
        title={t('results:goal.emptyTitle', { year: year + 1 })}
        action={
          <ButtonLink kind="primary" href={pathTo.dialogue(year, 'improve')}>
            {t('meeting:toImprove')}
          </ButtonLink>
        }
      >
        {t('meeting:followUp.noGoals')}
      </EmptyState>
    );
  }
  return (
    <Section title={t('meeting:followUp.title')} lead={t('meeting:followUp.lead')}>
      {goals.map((goal, index) => (
        <Panel key={goal.id}>
          <div class="goal-head">
            <h3>{goal.title || t('results:goal.unnamed', { number: index + 1 })}</h3>
          </div>
          <FollowUpPlan centre={centre} goal={goal.id} />
        </Panel>
      ))}
      <Notice
        kind="good"
        actions={
          <ButtonLink kind="primary" href={pathTo.goals(year)}>
            {t('meeting:followUp.toGoals')}
          </ButtonLink>
        }
      >
        {t('meeting:followUp.end', { year: year + 1 })}
      </Notice>
    </Section>
  );
}
