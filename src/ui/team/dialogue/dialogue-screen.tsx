import { useMemo } from 'preact/hooks';
import { useParams } from 'wouter-preact';
import { talkOpenly } from '#app/team/meeting-notes.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { BoardView } from '#projections/views.ts';
import { Page } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { useToast } from '#ui/parts/toast/toast.tsx';
import type { YearScreenProps } from '#ui/team/results/screen-props.ts';
import { LastGoals } from './before-reveal/last-goals.tsx';
import { Reveal } from './before-reveal/reveal.tsx';
import './dialogue.css';
import { isBegun } from './is-begun.ts';
import { FollowUpPart } from './improve/follow-up-part.tsx';
import { Improve } from './improve/improve.tsx';
import { meetingParts, MeetingSteps, type MeetingPart } from './meeting-steps/meeting-steps.tsx';
import { Statements } from './statements.tsx';

/**
 * The team's meeting, led as a good facilitator would: how last year's goals went, what all agree on, the most divided
 * first, then what to improve and how it is followed up.
 */
export function DialogueScreen({ centre, year }: YearScreenProps) {
  const { t } = useText();
  const asked = useParams()['part'];
  const part = meetingParts.find((one) => one === asked);
  const ledger = centre.ledger.value;
  const board = useMemo(() => centre.board(year), [centre, year, ledger]);
  const title = t('results:dialogue.title', { year });
  if (!centre.loaded.value) return <Page title={title} />;
  const begun = isBegun(board);
  return (
    <Page width="wide" title={title} {...(begun ? {} : { lead: t('results:dialogue.lead') })}>
      {begun ? <MeetingSteps year={year} part={part ?? 'statements'} /> : null}
      <Part centre={centre} board={board} year={year} part={part} begun={begun} />
    </Page>
  );
}

interface PartProps {
  readonly centre: OpenCentre;
  readonly board: BoardView;
  readonly year: number;
  readonly part: MeetingPart | undefined;
  readonly begun: boolean;
}

function Part({ centre, board, year, part, begun }: PartProps) {
  if (!begun) return <Opening centre={centre} board={board} year={year} />;
  if (part === 'goals') return <LastGoals centre={centre} year={year} alone />;
  if (part === 'improve') return <Improve centre={centre} board={board} year={year} />;
  if (part === 'followUp') return <FollowUpPart centre={centre} year={year} />;
  return (
    <>
      <Statements key={String(board.revealed)} centre={centre} board={board} year={year} />
      {board.revealed || board.rounds.length === 0 ? null : (
        <ShowAfterAll centre={centre} board={board} year={year} />
      )}
    </>
  );
}

type OpeningProps = Pick<PartProps, 'centre' | 'board' | 'year'>;

function Opening({ centre, board, year }: OpeningProps) {
  const { t } = useText();
  const toast = useToast();
  const talk = async (): Promise<void> => {
    await talkOpenly(centre, year, true);
    toast({
      text: t('meeting:few.started'),
      undo: () => void talkOpenly(centre, year, false),
    });
  };
  return (
    <>
      <LastGoals centre={centre} year={year} />
      <Reveal centre={centre} board={board} year={year} onTalk={() => void talk()} />
    </>
  );
}

/** Who began to talk without the spread can still show it; it waits folded, so that it does not nag. */
function ShowAfterAll(props: OpeningProps) {
  const { t } = useText();
  return (
    <details class="dialogue-more">
      <summary>{t('meeting:few.instead')}</summary>
      <Reveal {...props} />
    </details>
  );
}
