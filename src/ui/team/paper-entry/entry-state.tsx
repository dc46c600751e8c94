import type { OpenCentre } from '#app/team/team-app.ts';
import type { RoundView } from '#projections/views.ts';
import { ButtonLink } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';

interface EntryStateProps {
  readonly centre: OpenCentre;
  readonly round: RoundView;
}

/** Why papers cannot be entered into a round, or what to know where they are late. Nothing while it is open. */
export function EntryState({ centre, round }: EntryStateProps) {
  const { t, formats } = useText();
  const state = centre.paper.intake(round.id);
  if (state === 'open') return null;
  const day = formats.day(
    state === 'planned' ? round.opens : centre.custody.takesLateUntil(round.id),
  );
  // Only with a mailbox is there an intake to open again.
  const isAlone = state === 'over' && centre.sync.value.mailbox === null;
  return (
    <Notice
      kind={state === 'late' ? 'info' : 'warning'}
      live
      title={t(`paperWork:entry.state.${state}`)}
      actions={
        state === 'late' ? undefined : (
          <ButtonLink href={pathTo.rounds(round.year)}>{t('paperWork:entry.back')}</ButtonLink>
        )
      }
    >
      {isAlone
        ? t('paperWork:entry.state.overAlone')
        : t(`paperWork:entry.state.${state}Text`, { day })}
    </Notice>
  );
}
