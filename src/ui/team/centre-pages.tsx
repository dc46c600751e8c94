import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Route, Switch, useLocation } from 'wouter-preact';
import type { OpenCentre } from '#app/team/team-app.ts';
import { ButtonLink } from '#ui/parts/button/button.tsx';
import { Page } from '#ui/parts/page/page.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { OverviewScreen } from './overview/overview-screen.tsx';
import { lazyScreen } from './session/lazy-screen.tsx';
import { goTo, pathTo, routes } from './session/paths.ts';
import { sameInYear, whereaboutsOf } from './session/place-of.ts';
import { yearToShow } from './session/year-of-day.ts';
import { CrashGuard } from './shell/crash-guard.tsx';
import { Shell } from './shell/shell.tsx';
import { WordedText } from './wording/worded-text.tsx';

interface CentreScreen {
  readonly centre: OpenCentre;
}
interface YearScreen extends CentreScreen {
  readonly year: number;
}

const RoundsScreen = lazyScreen(
  async () => (await import('./rounds/rounds-screen.tsx')).RoundsScreen,
);
const PosterScreen = lazyScreen(
  async () => (await import('./poster/poster-screen.tsx')).PosterScreen,
);
const PrintScreen = lazyScreen(async () => (await import('./print/print-screen.tsx')).PrintScreen);
const PaperEntryScreen = lazyScreen(
  async () => (await import('./paper-entry/paper-entry-screen.tsx')).PaperEntryScreen,
);
const QuestionsScreen = lazyScreen(
  async () => (await import('./questions/questions-screen.tsx')).QuestionsScreen,
);
const VoicesScreen = lazyScreen(
  async () => (await import('./voices/voices-screen.tsx')).VoicesScreen,
);
const SettingsScreen = lazyScreen(
  async () => (await import('./settings/settings-screen.tsx')).SettingsScreen,
);
const HandoverScreen = lazyScreen(
  async () => (await import('./handover/handover-screen.tsx')).HandoverScreen,
);
const GoneScreen = lazyScreen(async () => (await import('./custody/gone-screen.tsx')).GoneScreen);
const CustodyScreen = lazyScreen(
  async () => (await import('./custody/custody-screen.tsx')).CustodyScreen,
);
const ArrivalsScreen = lazyScreen(
  async () => (await import('./custody/arrivals-screen.tsx')).ArrivalsScreen,
);
const RetentionScreen = lazyScreen(
  async () => (await import('./retention/retention-screen.tsx')).RetentionScreen,
);
const PurgeScreen = lazyScreen(
  async () => (await import('./retention/purge-screen.tsx')).PurgeScreen,
);
const SettleScreen = lazyScreen(
  async () => (await import('./settle/settle-screen.tsx')).SettleScreen,
);
const UnreadableScreen = lazyScreen(
  async () => (await import('./unreadable/unreadable-screen.tsx')).UnreadableScreen,
);
const DialogueScreen = lazyScreen(
  async () => (await import('./dialogue/dialogue-screen.tsx')).DialogueScreen,
);
const WallScreen = lazyScreen(
  async () => (await import('./dialogue/wall/wall-screen.tsx')).WallScreen,
);
const RecordScreen = lazyScreen(
  async () => (await import('./print/record-screen.tsx')).RecordScreen,
);
const ResultsScreen = lazyScreen(
  async () => (await import('./results/results-screen.tsx')).ResultsScreen,
);
const ItemScreen = lazyScreen(
  async () => (await import('./results/item/item-screen.tsx')).ItemScreen,
);
const HistoryScreen = lazyScreen(
  async () => (await import('./history/history-screen.tsx')).HistoryScreen,
);
const GoalsScreen = lazyScreen(async () => (await import('./goals/goals-screen.tsx')).GoalsScreen);

const yearScreens: readonly (readonly [string, ComponentType<YearScreen>])[] = [
  [routes.rounds, RoundsScreen],
  [routes.dialogue, DialogueScreen],
  [routes.record, RecordScreen],
  [routes.results, ResultsScreen],
  [routes.history, HistoryScreen],
  [routes.goals, GoalsScreen],
];
const centreScreens: readonly (readonly [string, ComponentType<CentreScreen>])[] = [
  [routes.settings, SettingsScreen],
  [routes.handover, HandoverScreen],
  [routes.custody, CustodyScreen],
  [routes.retention, RetentionScreen],
  [routes.settle, SettleScreen],
  [routes.unreadable, UnreadableScreen],
];

/** The screens of one open centre, each in the shell. */
export function CentrePages({ centre }: CentreScreen) {
  const [readsOn, setReadsOn] = useState(false);
  const [path] = useLocation();
  const here = whereaboutsOf(path);
  useEffect(() => window.scrollTo(0, 0), [path]);
  const years = centre.years.value;
  const year = here.year ?? yearToShow(centre.today.value, years);
  // A wall shows the meeting and nothing else.
  if (here.year !== null && path === `/${here.year}/wall` && centre.sync.value.status !== 'gone') {
    return (
      <CrashGuard key={path}>
        <WordedText centre={centre} year={here.year}>
          <WallScreen centre={centre} year={here.year} />
        </WordedText>
      </CrashGuard>
    );
  }
  return (
    <Shell
      centre={centre}
      place={here.place}
      year={year}
      quiet={here.quiet}
      at={here.at}
      onYear={(picked) => goTo(sameInYear(path, picked))}
    >
      <CrashGuard key={path}>
        {centre.sync.value.status === 'gone' && !readsOn ? (
          <GoneScreen centre={centre} onRead={() => setReadsOn(true)} />
        ) : (
          <WordedText centre={centre} year={year}>
            <Switch>
              {centreScreens.map(([route, Screen]) => (
                <Route key={route} path={route}>
                  <Screen centre={centre} />
                </Route>
              ))}
              <Route path={routes.home}>
                <OverviewScreen centre={centre} year={year} />
              </Route>
              {here.year === null ? null : (
                <Route path={routes.overview}>
                  <OverviewScreen key={here.year} centre={centre} year={here.year} />
                </Route>
              )}
              {year === null || here.year === null
                ? null
                : yearScreens.map(([route, Screen]) => (
                    <Route key={route} path={route}>
                      <Screen key={`${route} ${year}`} centre={centre} year={year} />
                    </Route>
                  ))}
              <Route path={routes.questions}>
                <QuestionsScreen centre={centre} year={year} />
              </Route>
              {year === null || here.year === null ? null : (
                <Route path={routes.resultsItem}>
                  {({ item }) => <ItemScreen key={item} centre={centre} year={year} item={item} />}
                </Route>
              )}
              <Route path={routes.voices}>
                {({ form }) => <VoicesScreen key={form} centre={centre} year={year} form={form} />}
              </Route>
              <Route path={routes.arrivals}>
                {({ round }) => <ArrivalsScreen key={round} centre={centre} round={round} />}
              </Route>
              <Route path={routes.purge}>
                {({ year: purged, form }) => (
                  <PurgeScreen key={path} centre={centre} year={Number(purged)} form={form} />
                )}
              </Route>
              <Route path={routes.poster}>
                {({ round }) => <PosterScreen key={round} centre={centre} round={round} />}
              </Route>
              <Route path={routes.print}>
                {({ round, sheet }) => (
                  <PrintScreen key={round} centre={centre} round={round} sheet={sheet} />
                )}
              </Route>
              <Route path={routes.paperEntry}>
                {({ round }) => <PaperEntryScreen key={round} centre={centre} round={round} />}
              </Route>
              <Route>
                <NotFound />
              </Route>
            </Switch>
          </WordedText>
        )}
      </CrashGuard>
    </Shell>
  );
}

function NotFound() {
  const { t } = useText();
  return (
    <Page title={t('app.notFound')} lead={t('app.notFoundText')}>
      <p>
        <ButtonLink href={pathTo.home()}>{t('app.toOverview')}</ButtonLink>
      </p>
    </Page>
  );
}
