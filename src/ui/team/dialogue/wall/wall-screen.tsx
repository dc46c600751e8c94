import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { BoardView } from '#projections/views.ts';
import { Button } from '#ui/parts/button/button.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { isBegun } from '#ui/team/dialogue/is-begun.ts';
import { agreedStop } from '#ui/team/dialogue/order.ts';
import { contestedAt } from '#ui/team/dialogue/statement/contested-at.ts';
import { useArrowKeys } from '#ui/team/dialogue/use-arrow-keys.ts';
import { useMeeting } from '#ui/team/dialogue/use-meeting.ts';
import type { YearScreenProps } from '#ui/team/results/screen-props.ts';
import { goTo, pathTo } from '#ui/team/session/paths.ts';
import { WordingNote } from '#ui/team/wording/wording-note.tsx';
import { WallAgreed } from './wall-agreed.tsx';
import { WallGoals } from './wall-goals.tsx';
import { WallStatement } from './wall-statement.tsx';
import { WallWaiting } from './wall-waiting.tsx';
import './wall.css';

const goalsStop = 'goals';

/** The meeting on a wall: one thing at a time, read from across the room, with nothing to press but next and back. */
export function WallScreen({ centre, year }: YearScreenProps) {
  const { t } = useText();
  const ledger = centre.ledger.value;
  const board = useMemo(() => centre.board(year), [centre, year, ledger]);
  const title = t('meeting:wall.title', { year });
  useEffect(() => {
    document.title = `${title} · Spegla`;
  }, [title]);
  if (!centre.loaded.value) return <main class="wall" id="main" tabIndex={-1} />;
  return isBegun(board) ? (
    <Slides key={String(board.revealed)} centre={centre} board={board} year={year} />
  ) : (
    <Waiting centre={centre} board={board} year={year} />
  );
}

/** The way there before the meeting: last year's goals may be on the wall already, nothing of the answers is. */
function Waiting({ centre, board, year }: SlidesProps) {
  const { t } = useText();
  const hasGoals = centre.goals(year).length > 0;
  const [atGoals, setAtGoals] = useState(hasGoals);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [atGoals]);
  const leave = (): void => goTo(pathTo.dialogue(year));
  const step = (by: number): void => {
    if (by > 0) setAtGoals(false);
    else if (hasGoals && !atGoals) setAtGoals(true);
    else leave();
  };
  useArrowKeys(step, true);
  useEscape(leave);
  return (
    <main class="wall" id="main" tabIndex={-1}>
      <header class="wall-head">
        <span>{t('meeting:wall.title', { year })}</span>
      </header>
      {atGoals ? (
        <WallGoals centre={centre} year={year} heading={heading} />
      ) : (
        <WallWaiting board={board} heading={heading} />
      )}
      <footer class="wall-foot">
        <Button onClick={() => step(-1)}>{t('meeting:wall.back')}</Button>
        <Button kind="primary" disabled={!atGoals} onClick={() => step(1)}>
          {t('meeting:wall.next')}
        </Button>
      </footer>
    </main>
  );
}

interface SlidesProps {
  readonly centre: OpenCentre;
  readonly board: BoardView;
  readonly year: number;
}

function Slides({ centre, board, year }: SlidesProps) {
  const { t } = useText();
  const hasGoals = centre.goals(year).length > 0;
  const meeting = useMeeting(centre, board, {
    extraStops: hasGoals ? [goalsStop] : [],
    follows: true,
  });
  const { stop, stops, place } = meeting;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [stop]);
  const leave = (): void => goTo(pathTo.dialogue(year));
  // From the first slide "back" leads to the meeting's own page: there is no other button to leave by.
  const step = (by: number): void => (place + by < 0 ? leave() : meeting.step(by));
  useArrowKeys(step, true);
  useEscape(leave);
  const item = board.items.find((one) => one.item === stop);
  const left = board.positionsLeft;
  return (
    <main class="wall" id="main" tabIndex={-1}>
      <header class="wall-head">
        <span>{t('meeting:wall.title', { year })}</span>
        <span class="wall-left" role="status">
          {left === 0 ? t('meeting:done') : t('results:dialogue.left', { count: left })}
        </span>
      </header>
      {stop === goalsStop ? <WallGoals centre={centre} year={year} heading={heading} /> : null}
      {stop === agreedStop ? <WallAgreed board={board} heading={heading} /> : null}
      {item === undefined ? null : (
        <WallStatement
          item={item}
          year={year}
          revealed={board.revealed}
          contested={contestedAt(centre.contested.value, year, item.item).some(
            ({ kind }) => kind === 'mark',
          )}
          heading={heading}
        />
      )}
      <footer class="wall-foot">
        <Button onClick={() => step(-1)}>{t('meeting:wall.back')}</Button>
        <WordingNote centre={centre} year={year} />
        <Button kind="primary" disabled={place >= stops.length - 1} onClick={() => step(1)}>
          {t('meeting:wall.next')}
        </Button>
      </footer>
    </main>
  );
}

function useEscape(leave: () => void): void {
  const latest = useRef(leave);
  latest.current = leave;
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') latest.current();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
