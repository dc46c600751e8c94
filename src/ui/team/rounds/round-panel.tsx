import { useState } from 'preact/hooks';
import type { OpenCentre } from '#app/team/team-app.ts';
import { minRevealRespondents } from '#projections/suppression.ts';
import type { RoundView } from '#projections/views.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/parts/button/button.tsx';
import { Panel } from '#ui/parts/panel/panel.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import { RoundCustody } from '#ui/team/custody/round-custody.tsx';
import { ChangeDates } from './change-dates.tsx';
import { CloseRoundDialog } from './close-round-dialog.tsx';
import { FamiliesNote } from './families-note.tsx';
import { RoundShare } from './round-share.tsx';
import { roundStateOf } from './round-state.ts';
import './rounds.css';

interface RoundPanelProps {
  readonly centre: OpenCentre;
  readonly round: RoundView;
}

/** One round: how it stands, how many have answered, how one answers, and its end. */
export function RoundPanel({ centre, round }: RoundPanelProps) {
  const { t, formats } = useText();
  const [task, setTask] = useState<'dates' | 'close' | null>(null);
  const state = roundStateOf(round, centre.today.value);
  const { form, year } = round;
  const answers =
    round.answered === 0
      ? t('rounds.answers_zero')
      : t('rounds.answers', { count: round.answered });
  const count =
    round.families === null ? answers : t('rounds.families', { answers, count: round.families });
  const stateDay = state === 'planned' ? round.opens : round.closes;
  const canMeet = form === 'reflection' && round.answered >= minRevealRespondents;
  return (
    <Panel kind={round.closed ? 'sunk' : 'plain'}>
      <div class="round-head">
        <div>
          <p class={`round-state round-${state}`}>
            {t(`rounds.state.${state}`, { day: formats.day(stateDay) })}
          </p>
          <p class="round-days">{formats.dayRange(round.opens, round.closes)}</p>
        </div>
        <p class="round-count" role="status">
          <strong>{count}</strong>
          {round.textCount === 0 ? null : (
            <span>{t('rounds.texts', { count: round.textCount })}</span>
          )}
        </p>
      </div>
      {state === 'closed' ? (
        <>
          <ButtonRow>
            <ButtonLink href={form === 'reflection' ? pathTo.dialogue(year) : pathTo.results(year)}>
              {form === 'reflection' ? t('rounds.toDialogue') : t('rounds.toResults')}
            </ButtonLink>
            {form !== 'children' && centre.paper.intake(round.id) === 'late' ? (
              <ButtonLink kind="quiet" href={pathTo.paperEntry(year, round.id)}>
                {t(`paperWork:share.${form === 'parents' ? 'entry' : 'entryReflection'}`)}
              </ButtonLink>
            ) : null}
          </ButtonRow>
          {form === 'parents' ? <FamiliesNote centre={centre} round={round} /> : null}
        </>
      ) : (
        <>
          <RoundShare centre={centre} round={round} state={state} />
          {form === 'reflection' ? <p class="round-hint">{t('rounds.revealHint')}</p> : null}
          {task === 'dates' ? (
            <ChangeDates centre={centre} round={round} onDone={() => setTask(null)} />
          ) : (
            <ButtonRow>
              {canMeet ? (
                <ButtonLink href={pathTo.dialogue(year)}>{t('rounds.toDialogue')}</ButtonLink>
              ) : null}
              <Button
                kind={state === 'ended' ? 'primary' : 'secondary'}
                label={`${t('rounds.close')}: ${t(`forms.${form}`)}`}
                onClick={() => setTask('close')}
              >
                {t('rounds.close')}
              </Button>
              <Button
                kind="quiet"
                label={`${t('rounds.changeDates')}: ${t(`forms.${form}`)}`}
                onClick={() => setTask('dates')}
              >
                {t('rounds.changeDates')}
              </Button>
            </ButtonRow>
          )}
        </>
      )}
      <RoundCustody centre={centre} round={round} />
      {task === 'close' ? (
        <CloseRoundDialog centre={centre} round={round} onClose={() => setTask(null)} />
      ) : null}
    </Panel>
  );
}
