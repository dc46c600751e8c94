import type { OpenCentre } from '#app/team/team-app.ts';
import type { BoardView } from '#projections/views.ts';
import { minRevealRespondents } from '#projections/suppression.ts';
import { Button, ButtonLink } from '#ui/parts/button/button.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Progress } from '#ui/parts/progress/progress.tsx';
import { Tabs } from '#ui/parts/tabs/tabs.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { SetAsideNote } from '#ui/team/custody/set-aside-note.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import { WordingNote } from '#ui/team/wording/wording-note.tsx';
import { AgreedPanel } from './agreed/agreed.tsx';
import { agreedStop, type MeetingOrder } from './order.ts';
import { OverviewList } from './overview-list/overview-list.tsx';
import { Statement } from './statement/statement.tsx';
import { useArrowKeys } from './use-arrow-keys.ts';
import { useMeeting } from './use-meeting.ts';

interface StatementsProps {
  readonly centre: OpenCentre;
  readonly board: BoardView;
  readonly year: number;
}

/** The heart of the meeting: one statement at a time, what all agree on first, and how many are left. */
export function Statements({ centre, board, year }: StatementsProps) {
  const { t } = useText();
  const meeting = useMeeting(centre, board);
  const { stops, stop, place } = meeting;
  const item = board.items.find((one) => one.item === stop);
  const total = board.items.filter(({ applicable }) => applicable).length;
  const left = board.positionsLeft;
  useArrowKeys(meeting.step);
  return (
    <div class="dialogue">
      <Progress
        label={left === 0 ? t('meeting:done') : t('results:dialogue.left', { count: left })}
        done={total === 0 ? 0 : (total - left) / total}
      />
      <SetAsideNote count={board.setAside} />
      <LaterColleagues centre={centre} board={board} />
      {board.onTheirWay === 0 ? null : (
        <Notice>{t('results:who.onTheirWay', { count: board.onTheirWay })}</Notice>
      )}
      <WordingNote centre={centre} year={year} />
      {board.smallTeam && board.revealed ? (
        <Notice>{t('results:dialogue.smallTeam')}</Notice>
      ) : null}
      {stop === agreedStop ? (
        <AgreedPanel centre={centre} board={board} year={year} onGo={() => meeting.step(1)} />
      ) : null}
      {item === undefined ? null : (
        <Statement
          centre={centre}
          item={item}
          answered={board.answered}
          year={year}
          isFirst={place <= 0}
          isLast={place >= stops.length - 1}
          allDone={left === 0}
          onStep={meeting.step}
        />
      )}
      {board.revealed ? <OrderChoice value={meeting.order} onChange={meeting.reorder} /> : null}
      <OverviewList
        board={board}
        current={stop}
        order={stops.filter((id) => id !== agreedStop)}
        onChoose={meeting.goTo}
      />
      <div>
        <ButtonLink kind="quiet" href={pathTo.record(year)}>
          {t('meeting:record.link')}
        </ButtonLink>
      </div>
    </div>
  );
}

/** Who answered after the reveal: how many, and nothing else, until they are enough to be taken in together. */
function LaterColleagues({ centre, board }: Pick<StatementsProps, 'centre' | 'board'>) {
  const { t } = useText();
  const [round] = board.rounds;
  if (board.waiting === 0 || round === undefined) return null;
  return (
    <Notice
      title={t('results:dialogue.laterTitle', { count: board.waiting })}
      actions={
        board.mayCountLater ? (
          <Button onClick={() => void centre.revealRound(round)}>
            {t('results:dialogue.countThem')}
          </Button>
        ) : undefined
      }
    >
      {t('results:dialogue.later', { least: minRevealRespondents })}
    </Notice>
  );
}

function OrderChoice(props: {
  readonly value: MeetingOrder;
  readonly onChange: (order: MeetingOrder) => void;
}) {
  const { t } = useText();
  return (
    <Tabs<MeetingOrder>
      label={t('meeting:order.label')}
      value={props.value}
      options={[
        { value: 'divided', label: t('meeting:order.divided') },
        { value: 'area', label: t('meeting:order.area') },
      ]}
      onChange={props.onChange}
    />
  );
}
