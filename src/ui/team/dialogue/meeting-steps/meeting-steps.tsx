import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import './meeting-steps.css';

/** The parts of the team's meeting, in the order in which it takes them. */
export const meetingParts = ['goals', 'statements', 'improve', 'followUp'] as const;
export type MeetingPart = (typeof meetingParts)[number];

/** Where the meeting is, and the way to its other parts. Nothing of it is locked: a team may go back. */
export function MeetingSteps(props: { readonly year: number; readonly part: MeetingPart }) {
  const { t } = useText();
  return (
    <nav class="meeting-steps" aria-label={t('meeting:steps.label')}>
      <ol>
        {meetingParts.map((part) => (
          <li key={part}>
            <a
              href={pathTo.dialogue(props.year, part)}
              aria-current={part === props.part ? 'step' : undefined}
            >
              {t(`meeting:steps.${part}`)}
            </a>
          </li>
        ))}
      </ol>
      <a class="meeting-wall" href={pathTo.wall(props.year)}>
        {t('meeting:steps.wall')}
      </a>
    </nav>
  );
}
