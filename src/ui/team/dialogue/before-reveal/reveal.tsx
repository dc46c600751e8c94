import { useState } from 'preact/hooks';
import { invitedText } from '#app/team/meeting-notes.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { minRevealRespondents, smallTeamBelow } from '#projections/suppression.ts';
import type { BoardView } from '#projections/views.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { SavedField } from '#ui/parts/saved-field/saved-field.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';

interface RevealProps {
  readonly centre: OpenCentre;
  readonly board: BoardView;
  readonly year: number;
  /** Goes on to the joint positions without the spread; absent where the meeting is there already. */
  readonly onTalk?: () => void;
}

/** How many have handed in, and the one step that shows the spread: from three answers, and one way. */
export function Reveal({ centre, board, year, onTalk }: RevealProps) {
  const { t } = useText();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  const hasRounds = board.rounds.length > 0;
  const few = isFew(board);
  const reveal = async (): Promise<void> => {
    setBusy(true);
    const revealed: boolean[] = [];
    for (const round of board.rounds) revealed.push(await centre.revealRound(round));
    setBusy(false);
    setRefused(!revealed.some(Boolean));
  };
  return (
    <Panel kind="accent">
      <Count board={board} year={year} />
      {hasRounds ? <Invited centre={centre} board={board} /> : null}
      {few && onTalk !== undefined ? (
        <Notice title={t('meeting:few.title')}>{t('meeting:few.text')}</Notice>
      ) : null}
      {hasRounds ? (
        <p class="dialogue-words">
          {board.canReveal
            ? t('results:dialogue.revealHelp')
            : t('results:dialogue.revealWaits', { least: minRevealRespondents })}
        </p>
      ) : null}
      {!few && board.canReveal && board.smallTeam ? <Notice>{t('meeting:notAll')}</Notice> : null}
      {refused ? (
        <Notice kind="warning" live>
          {t('results:dialogue.refused', { least: minRevealRespondents })}
        </Notice>
      ) : null}
      <ButtonRow>
        {few && onTalk !== undefined ? (
          <Button kind="primary" onClick={onTalk}>
            {t('meeting:few.talk')}
          </Button>
        ) : null}
        {board.canReveal ? (
          <Button kind={few ? 'secondary' : 'primary'} busy={busy} onClick={() => void reveal()}>
            {t(few ? 'meeting:few.reveal' : 'results:dialogue.reveal')}
          </Button>
        ) : null}
        {hasRounds ? null : (
          <ButtonLink kind="primary" href={pathTo.rounds(year)}>
            {t('results:dialogue.toRounds')}
          </ButtonLink>
        )}
        {few || onTalk === undefined ? null : (
          <Button kind="quiet" onClick={onTalk}>
            {t('results:dialogue.withoutSpread')}
          </Button>
        )}
      </ButtonRow>
    </Panel>
  );
}

/** A team of under six, by what it says of itself; otherwise by how many have answered so far. */
function isFew({ invited, answered, rounds }: BoardView): boolean {
  if (rounds.length === 0) return false;
  return invited === null ? answered > 0 && answered < smallTeamBelow : invited < smallTeamBelow;
}

function Count({ board, year }: Pick<RevealProps, 'board' | 'year'>) {
  const { t } = useText();
  const { answered, invited, rounds } = board;
  if (rounds.length === 0) {
    return <p class="dialogue-count">{t('results:dialogue.noRounds', { year })}</p>;
  }
  return (
    <p class="dialogue-count" role="status">
      {invited === null || invited < answered || answered === 0
        ? t('results:dialogue.answered', { count: answered })
        : t('meeting:count.invitedOf', { count: answered, invited })}
    </p>
  );
}

function Invited({ centre, board }: Pick<RevealProps, 'centre' | 'board'>) {
  const { t } = useText();
  return (
    <SavedField
      short
      label={t('meeting:count.invited')}
      help={t('meeting:count.invitedHelp')}
      value={board.invited === null ? '' : String(board.invited)}
      check={(text) =>
        /^(?:[1-9]\d?)?$/.test(text.trim()) ? undefined : t('meeting:count.invitedError')
      }
      keeper={invitedText(centre, board.rounds)}
    />
  );
}
