import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { PaperRound } from '#app/team/paper-answers.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { RoundView } from '#projections/views.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/parts/button/button.tsx';
import { EmptyState } from '#ui/parts/empty-state/empty-state.tsx';
import { Page } from '#ui/parts/page/page.tsx';
import { Tabs } from '#ui/parts/tabs/tabs.tsx';
import { useText, type Text } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import { isEmpty } from './entry-draft.ts';
import { EntryForm, focusQuestion } from './entry-form.tsx';
import { EntryState } from './entry-state.tsx';
import { usePaperEntry, type EntryNews } from './use-paper-entry.ts';
import './paper-entry.css';

interface PaperEntryProps {
  readonly centre: OpenCentre;
  readonly round: string;
}

/** Staff enter what was answered on paper, one paper after another. */
export function PaperEntryScreen({ centre, round: id }: PaperEntryProps) {
  const { t } = useText();
  if (!centre.loaded.value) return null;
  const round = centre.rounds.value.find((each) => each.id === id);
  const paper = centre.paper.round(id);
  if (round === undefined || paper === null) {
    return (
      <EmptyState
        title={t('paperWork:entry.state.none')}
        action={
          <ButtonLink href={round === undefined ? pathTo.home() : pathTo.rounds(round.year)}>
            {t('paperWork:entry.back')}
          </ButtonLink>
        }
      >
        {t('paperWork:print.none')}
      </EmptyState>
    );
  }
  const state = centre.paper.intake(id);
  return (
    <Page
      title={t('paperWork:entry.title')}
      above={`${t(`forms.${round.form}`)} ${round.year}`}
      lead={t('paperWork:entry.lead')}
      width="wide"
      actions={
        <ButtonLink kind="quiet" href={pathTo.rounds(round.year)}>
          {t('paperWork:entry.back')}
        </ButtonLink>
      }
    >
      <EntryState centre={centre} round={round} />
      {state === 'open' || state === 'late' ? (
        <Entry centre={centre} round={round} paper={paper} />
      ) : null}
    </Page>
  );
}

interface EntryProps {
  readonly centre: OpenCentre;
  readonly round: RoundView;
  readonly paper: PaperRound;
}

function Entry({ centre, round, paper }: EntryProps) {
  const text = useText();
  const { t } = text;
  const entry = usePaperEntry(centre, round.id);
  const form = useRef<HTMLFormElement>(null);
  const firstItem = paper.sections[0]?.items[0]?.id ?? '';
  const focusFirst = (): void => focusQuestion(form.current, firstItem);
  useEffect(() => {
    // After the screen's heading, which takes the focus first: fingers are on the keys already.
    const frame = requestAnimationFrame(() => {
      if (form.current?.contains(document.activeElement) !== true) focusFirst();
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  useLayoutEffect(() => {
    // Together with what is shown: a moment later the fingers are further down already, and would be taken back.
    if (entry.paper > 0) focusFirst();
  }, [entry.paper]);
  const last = centre.paper.last.value;
  const count = centre.paper.today.value[round.id] ?? 0;
  return (
    <form
      ref={form}
      class="entry"
      autoComplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void entry.give();
      }}
    >
      <details class="entry-how">
        <summary>
          {t('paperWork:entry.howTitle')} <span>{t('paperWork:entry.hint')}</span>
        </summary>
        <p>{t('paperWork:entry.how')}</p>
        <p>{t('paperWork:entry.howTouch')}</p>
        <p>
          {t(round.form === 'reflection' ? 'paperWork:entry.comments' : 'paperWork:entry.howBurst')}
        </p>
      </details>
      {round.form === 'parents' ? (
        <Tabs
          label={t('paperWork:entry.mode')}
          options={[
            { value: 'paper', label: t('paperWork:entry.modePaper') },
            { value: 'interview', label: t('paperWork:entry.modeInterview') },
          ]}
          value={entry.mode}
          onChange={entry.setMode}
        />
      ) : null}
      <EntryForm
        paper={paper}
        draft={entry.draft}
        turn={entry.paper}
        onDraft={entry.changeDraft}
        onGive={() => void entry.give()}
      />
      <div class="entry-foot">
        <div class="entry-news">
          <p role="status">{entry.news === null ? '' : newsWords(entry.news, text)}</p>
          <p class="entry-count">
            {count === 0 ? t('paperWork:entry.today_zero') : t('paperWork:entry.today', { count })}
          </p>
        </div>
        <ButtonRow>
          {last?.round === round.id ? (
            <Button onClick={() => void entry.takeBack()}>{t('paperWork:entry.takeBack')}</Button>
          ) : null}
          {isEmpty(entry.draft) ? null : (
            <Button kind="quiet" onClick={entry.empty}>
              {t('paperWork:entry.clear')}
            </Button>
          )}
          <span class="entry-give">
            <Button kind="primary" type="submit" label={t('paperWork:entry.giveLabel')}>
              {t('paperWork:entry.give')}
            </Button>
          </span>
        </ButtonRow>
      </div>
    </form>
  );
}

function newsWords(news: EntryNews, { t, formats }: Text): string {
  switch (news.kind) {
    case 'given': {
      const { questions, texts } = news;
      const parts = [
        ...(questions === 0 ? [] : [t('paperWork:entry.questions', { count: questions })]),
        ...(texts === 0 ? [] : [t('paperWork:entry.texts', { count: texts })]),
      ];
      return t('paperWork:entry.done', { what: formats.list(parts) });
    }
    case 'refused':
      return t(`paperWork:entry.why.${news.why}`);
    case 'takenBack':
      return t(news.parked ? 'paperWork:entry.takenBackParked' : 'paperWork:entry.takenBack');
    case 'cleared':
    case 'tooLate':
      return t(`paperWork:entry.${news.kind}`);
  }
}
