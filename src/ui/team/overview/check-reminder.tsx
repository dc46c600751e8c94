import type { OpenCentre } from '#app/team/team-app.ts';
import { goalPlan } from '#projections/goal-plan.ts';
import { ButtonLink } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';

interface CheckReminderProps {
  readonly centre: OpenCentre;
  readonly year: number;
}

/** Reminds of the year's goals whose day of checking has come and that were not looked at since. */
export function CheckReminder({ centre, year }: CheckReminderProps) {
  const { t, formats } = useText();
  const today = centre.today.value;
  const due = centre.goals(year).flatMap((goal) => {
    const { followWhen, checks } = goalPlan(centre.ledger.value, goal.id);
    const isDue = followWhen !== '' && followWhen <= today;
    const isDone = checks.some(({ day }) => day >= followWhen);
    return isDue && !isDone ? [{ goal, day: followWhen }] : [];
  });
  return due.map(({ goal, day }) => (
    <Notice
      key={goal.id}
      actions={<ButtonLink href={pathTo.goals(year)}>{t('meeting:followUp.remindGo')}</ButtonLink>}
    >
      {t('meeting:followUp.remind', {
        goal: goal.title || t('results:goal.untitled'),
        day: formats.day(day),
      })}
    </Notice>
  ));
}
