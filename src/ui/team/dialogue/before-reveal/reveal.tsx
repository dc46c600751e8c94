import { useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import { minRevealRespondents } from '#projections/suppression.ts';
import type { BoardView } from '#projections/views.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';

interface RevealProps {
  readonly centre: OpenCentre;
  readonly board: BoardView;
  readonly year: number;
  /** Goes on to the joint positions without the spread; absent where the meeting is there already. */
  readonly onSkip?: () => void;
}

/** How many have handed in, and the one step that shows the spread: from three answers, and one way. */
export function Reveal({ centre, board, year, onSkip }: RevealProps) {
  const { t } = useText();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  const hasRounds = board.rounds.length > 0;
  const reveal = async (): Promise<void> => {
    setBusy(true);
    const revealed: boolean[] = [];
    for (const round of board.rounds) revealed.push(await centre.revealRound(round));
    setBusy(false);
    setRefused(!revealed.some(Boolean));
  };
  return (
    <Panel kind="accent">
      {hasRounds ? (
        <>
          <p class="dialogue-count" role="status">
            {t('results:dialogue.answered', { count: board.answered })}
          </p>
          {board.smallTeam && board.answered > 0 ? (
            <Notice>{t('results:dialogue.smallTeamBefore')}</Notice>
          ) : null}
          <p class="dialogue-words">
            {board.canReveal
              ? t('results:dialogue.revealHelp')
              : t('results:dialogue.revealWaits', { least: minRevealRespondents })}
          </p>
        </>
      ) : (
        <p class="dialogue-count">{t('results:dialogue.noRounds', { year })}</p>
      )}
      {refused ? (
        <Notice kind="warning" live>
          {t('results:dialogue.refused', { least: minRevealRespondents })}
        </Notice>
      ) : null}
      <ButtonRow>
        {board.canReveal ? (
          <Button kind="primary" busy={busy} onClick={() => void reveal()}>
            {t('results:dialogue.reveal')}
          </Button>
        ) : null}
        {hasRounds ? null : (
          <ButtonLink kind="primary" href={pathTo.rounds(year)}>
            {t('results:dialogue.toRounds')}
          </ButtonLink>
        )}
        {onSkip === undefined ? null : (
          <Button kind="quiet" onClick={onSkip}>
            {t('results:dialogue.withoutSpread')}
          </Button>
        )}
      </ButtonRow>
    </Panel>
  );
}
