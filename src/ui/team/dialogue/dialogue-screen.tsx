import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { BoardView } from '#projections/views.ts';
import { ButtonLink } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Page } from '#ui/parts/page/page.tsx';
import { Progress } from '#ui/parts/progress/progress.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import type { YearScreenProps } from '#ui/team/results/screen-props.ts';
import { LastGoals } from './before-reveal/last-goals.tsx';
import { Reveal } from './before-reveal/reveal.tsx';
import './dialogue.css';
import { mergeOrder, nextOpen } from './order.ts';
import { OverviewList } from './overview-list/overview-list.tsx';
import { Statement } from './statement/statement.tsx';
import { Unanimous } from './unanimous/unanimous.tsx';
import { pathTo } from '#ui/team/session/paths.ts';

/** The team's meeting: from who has answered, through the reveal and what all agree on, to the most divided first. */
export function DialogueScreen({ centre, year }: YearScreenProps) {
  const { t } = useText();
  const ledger = centre.ledger.value;
  const board = useMemo(() => centre.board(year), [centre, year, ledger]);
  const [skipped, setSkipped] = useState(false);
  if (!centre.loaded.value) return <Page title={t('results:dialogue.title', { year })} />;
  // Positions can be set without the spread, and the spread can still be shown after that.
  const meeting =
    board.revealed || skipped || board.items.some(({ position }) => position !== null);
  return (
    <Page
      width="wide"
      title={t('results:dialogue.title', { year })}
      {...(meeting ? {} : { lead: t('results:dialogue.lead') })}
    >
      {meeting ? null : <LastGoals centre={centre} year={year} />}
      {board.revealed || (meeting && board.rounds.length === 0) ? null : (
        <Reveal
          centre={centre}
          board={board}
          year={year}
          {...(meeting ? {} : { onSkip: () => setSkipped(true) })}
        />
      )}
      {meeting ? (
        <Meeting key={`${year} ${board.revealed}`} centre={centre} board={board} year={year} />
      ) : null}
    </Page>
  );
}

interface MeetingProps {
  readonly centre: OpenCentre;
  readonly board: BoardView;
  readonly year: number;
}

function Meeting({ centre, board, year }: MeetingProps) {
  const { t } = useText();
  // The order stays as it was when the meeting came on, so that "next" never jumps.
  const order = useRef<readonly string[]>([]);
  order.current = mergeOrder(order.current, board);
  const ids = order.current;
  // Chosen once: agreeing on a position must not turn the page by itself.
  const [chosen, setChosen] = useState(() => nextOpen(ids, board));
  const place = Math.max(0, ids.indexOf(chosen ?? ''));
  const current = ids[place];
  const item = board.items.find((one) => one.item === current);
  const total = board.items.filter(({ applicable }) => applicable).length;
  const go = (step: number): void => {
    const next = ids[place + step];
    if (next !== undefined) setChosen(next);
  };
  useArrowKeys(go);
  return (
    <div class="dialogue">
      <Progress
        label={
          board.positionsLeft === 0
            ? t('results:dialogue.allDone')
            : t('results:dialogue.left', { count: board.positionsLeft })
        }
        words={t('results:dialogue.done', { done: total - board.positionsLeft, count: total })}
        done={total === 0 ? 0 : (total - board.positionsLeft) / total}
      />
      {board.smallTeam && board.revealed ? (
        <Notice>{t('results:dialogue.smallTeam')}</Notice>
      ) : null}
      <Unanimous centre={centre} board={board} year={year} />
      {item === undefined ? null : (
        <Statement
          centre={centre}
          board={board}
          item={item}
          year={year}
          place={place + 1}
          total={ids.length}
          onStep={go}
        />
      )}
      {board.positionsLeft === 0 ? (
        <Notice
          kind="good"
          live
          actions={
            <ButtonLink kind="primary" href={pathTo.results(year)}>
              {t('results:dialogue.toResults')}
            </ButtonLink>
          }
        >
          {t('results:dialogue.finished')}
        </Notice>
      ) : null}
      <OverviewList board={board} current={current} order={ids} onChoose={setChosen} />
    </div>
  );
}

/** Left and right lead the meeting from a keyboard or a remote, but never out of a field that is being used. */
function useArrowKeys(go: (step: number) => void): void {
  const latest = useRef(go);
  latest.current = go;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      const busy =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, dialog, [tabindex="0"]') !== null;
      if (step === 0 || busy || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      latest.current(step);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
