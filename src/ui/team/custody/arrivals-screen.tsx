import type { OpenCentre } from '#app/team/team-app.ts';
import type { ArrivalView } from '#projections/arrivals.ts';
import { leastShown } from '#projections/suppression.ts';
import { ButtonLink } from '#ui/parts/button/button.tsx';
import { DataTable } from '#ui/parts/data-table/data-table.tsx';
import { EmptyState } from '#ui/parts/empty-state/empty-state.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { Page } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import { ChooseHours } from './choose-hours.tsx';
import './custody.css';
import { formYearWords, hoursWords } from './custody-words.ts';
import { SetAsideList } from './set-aside-list.tsx';

interface ArrivalsProps {
  readonly centre: OpenCentre;
  readonly round: string;
}

/** When a round's answers came to this device, and the way to set a burst aside. */
export function ArrivalsScreen({ centre, round: id }: ArrivalsProps) {
  const { t } = useText();
  const round = centre.rounds.value.find((each) => each.id === id);
  const title = t('custody:arrivals.title');
  if (!centre.loaded.value) return <Page title={title} />;
  if (round === undefined) {
    return (
      <Page title={t('app.notFound')} lead={t('app.notFoundText')}>
        <div>
          <ButtonLink href={pathTo.home()}>{t('app.toOverview')}</ButtonLink>
        </div>
      </Page>
    );
  }
  const arrivals = centre.custody.arrivals.value.get(id) ?? [];
  const isTeams = round.form === 'reflection';
  return (
    <Page
      title={title}
      above={formYearWords(t, round.form, round.year)}
      lead={t(isTeams ? 'custody:arrivals.leadDays' : 'custody:arrivals.lead')}
    >
      {arrivals.length === 0 ? (
        <EmptyState title={t('custody:arrivals.none')}>{t('custody:arrivals.noneText')}</EmptyState>
      ) : (
        <>
          <ArrivalTable arrivals={arrivals} />
          <p class="custody-soft">{t('custody:arrivals.private')}</p>
          {isTeams && round.revealed ? (
            <Notice>{t('custody:aside.revealedHint')}</Notice>
          ) : (
            <>
              {round.closed && !isTeams ? (
                <Notice>
                  {t('custody:aside.closedHint', { least: leastShown(centre.ledger.value.book) })}
                </Notice>
              ) : null}
              <ChooseHours centre={centre} round={round} arrivals={arrivals} />
            </>
          )}
        </>
      )}
      <SetAsideList centre={centre} round={round} />
      <div>
        <ButtonLink kind="quiet" href={pathTo.rounds(round.year)}>
          {t('custody:arrivals.back')}
        </ButtonLink>
      </div>
    </Page>
  );
}

function ArrivalTable({ arrivals }: { readonly arrivals: readonly ArrivalView[] }) {
  const { t, formats } = useText();
  const number = (count: number): string => (count === 0 ? '–' : formats.number(count));
  return (
    <DataTable
      caption={t('custody:arrivals.caption')}
      columns={[
        { id: 'when', label: t('custody:arrivals.whenHead') },
        { id: 'count', label: t('custody:arrivals.countHead'), numeric: true },
        { id: 'texts', label: t('custody:arrivals.textsHead'), numeric: true },
        { id: 'aside', label: t('custody:arrivals.asideHead'), numeric: true },
      ]}
      rows={arrivals.map((arrival) => ({
        id: `${arrival.from} ${arrival.to}`,
        head: (
          <>
            <span class="arrival-when">{hoursWords(t, formats, arrival)}</span>
            {arrival.unusual ? (
              <span class="arrival-unusual"> ({t('custody:arrivals.unusual')})</span>
            ) : null}
            {arrival.onPaper > 0 ? (
              <span> ({t('custody:arrivals.onPaper', { count: arrival.onPaper })})</span>
            ) : null}
          </>
        ),
        cells: [number(arrival.respondents), number(arrival.texts), number(arrival.setAside)],
      }))}
    />
  );
}
