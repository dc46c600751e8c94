import { useMemo, useState } from 'preact/hooks';
import { shortlistStatement } from '#app/team/meeting-notes.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import {
  improvementCandidates,
  type ImprovementCandidate,
} from '#projections/improvement-candidates.ts';
import type { BoardView } from '#projections/views.ts';
import { ButtonLink } from '#ui/parts/button/button.tsx';
import { SelectField } from '#ui/parts/field/field.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Section } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { GoalList } from '#ui/team/goals/goal-list.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import { Candidate } from './candidate.tsx';
import './improve.css';

/** How many statements a team can talk through before it tires; the rest is one tap away. */
const shortlistLength = 6;

interface ImproveProps {
  readonly centre: OpenCentre;
  readonly board: BoardView;
  readonly year: number;
}

/** Step 4: from the statements that stand low, fall or divide to what the team can affect, and from there to goals. */
export function Improve({ centre, board, year }: ImproveProps) {
  const { t, form } = useText();
  const ledger = centre.ledger.value;
  const candidates = useMemo(() => improvementCandidates(ledger, board), [ledger, board]);
  const goals = useMemo(() => centre.goals(year + 1), [centre, year, ledger]);
  const listed = new Set(candidates.map(({ item }) => item));
  // By its reasons and not by its answer: a row does not jump from under the finger that answers it.
  const withReasons = candidates.filter(({ reasons }) => reasons.length > 0);
  const chosenByHand = candidates.filter(({ reasons }) => reasons.length === 0);
  const first = [...withReasons.slice(0, shortlistLength), ...chosenByHand];
  const rest = withReasons.slice(shortlistLength);
  const [restOpen] = useState(rest.some(({ answer }) => answer !== null));
  const row = (candidate: ImprovementCandidate) => (
    <Candidate
      key={candidate.item}
      centre={centre}
      year={year}
      candidate={candidate}
      position={board.items.find(({ item }) => item === candidate.item)?.position ?? null}
      goals={goals}
    />
  );
  const others = board.items.filter(({ item, applicable }) => applicable && !listed.has(item));
  return (
    <>
      <Section title={t('meeting:improve.title')} lead={t('meeting:improve.lead')}>
        {candidates.length === 0 ? <Notice>{t('meeting:improve.none')}</Notice> : null}
        <ol class="candidates">{first.map(row)}</ol>
        {rest.length === 0 ? null : (
          <details class="dialogue-more" open={restOpen}>
            <summary>{t('meeting:improve.more', { count: rest.length })}</summary>
            <ol class="candidates">{rest.map(row)}</ol>
          </details>
        )}
        <SelectField
          label={t('meeting:improve.another')}
          value=""
          options={[
            { value: '', label: t('meeting:improve.pick') },
            ...others.map(({ item }) => ({ value: item, label: form('reflection').heading(item) })),
          ]}
          onChange={(item) => void shortlistStatement(centre, year, item, 'yes')}
        />
      </Section>
      <Section
        title={t('meeting:improve.goals', { year: year + 1 })}
        lead={t('meeting:improve.goalsLead')}
      >
        {goals.length === 0 ? <p>{t('meeting:improve.noGoals')}</p> : null}
        <GoalList centre={centre} goalYear={year + 1} />
        <div>
          <ButtonLink
            kind={goals.length === 0 ? 'secondary' : 'primary'}
            href={pathTo.dialogue(year, 'followUp')}
          >
            {t('meeting:improve.toFollowUp')}
          </ButtonLink>
        </div>
      </Section>
    </>
  );
}
