import type { RefObject } from 'preact';
import type { BoardView } from '#projections/views.ts';
import { useText } from '#ui/parts/text/text.tsx';

interface WallWaitingProps {
  readonly board: BoardView;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** Before the reveal: how many have handed in, and that nothing of what they said is on any screen yet. */
export function WallWaiting({ board, heading }: WallWaitingProps) {
  const { t } = useText();
  const { answered, invited, rounds } = board;
  const hasAll = invited === null || invited < answered || answered === 0;
  return (
    <section class="wall-waiting">
      <h1 ref={heading} tabIndex={-1}>
        {rounds.length === 0
          ? t('results:dialogue.noRounds', { year: board.year })
          : hasAll
            ? t('results:dialogue.answered', { count: answered })
            : t('meeting:count.invitedOf', { count: answered, invited })}
      </h1>
      <p>{t(rounds.length === 0 ? 'meeting:wall.notBegun' : 'meeting:wall.waiting')}</p>
    </section>
  );
}
