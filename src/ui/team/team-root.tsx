import { useEffect } from 'preact/hooks';
import { Route, Router, Switch } from 'wouter-preact';
import { useHashLocation } from 'wouter-preact/use-hash-location';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { CentrePages } from './centre-pages.tsx';
import { lazyScreen } from './session/lazy-screen.tsx';
import { routes } from './session/paths.ts';
import { useSession } from './session/session.tsx';
import { IdleLock } from './lock/idle-lock.tsx';
import { LockScreen } from './lock/lock-screen.tsx';
import { Gate } from './start/gate.tsx';
import { StartScreen } from './start/start-screen.tsx';

const CreateScreen = lazyScreen(
  async () => (await import('./start/create-screen.tsx')).CreateScreen,
);
const JoinScreen = lazyScreen(async () => (await import('./start/join-screen.tsx')).JoinScreen);
const RestoreScreen = lazyScreen(
  async () => (await import('./start/restore-screen.tsx')).RestoreScreen,
);

/** The whole page below its providers: what stands in the way, the way in, or the open centre. */
export function TeamRoot() {
  return (
    <Router hook={useHashLocation}>
      <Pages />
      {/* Beside them all: a centre stays open behind the way in, too. */}
      <IdleLock />
    </Router>
  );
}

function Pages() {
  const { t } = useText();
  const { app } = useSession();
  const obstacle = app.obstacle.value;
  if (obstacle !== null) {
    return (
      <Gate>
        <Notice kind="warning">
          <h1 class="gate-title">{t(`app.${obstacle}`)}</h1>
          <p>{t(`app.${obstacle}Text`)}</p>
        </Notice>
      </Gate>
    );
  }
  return (
    <Switch>
      <Route path={routes.start}>
        <StartScreen />
      </Route>
      <Route path={routes.create}>
        <Gate>
          <CreateScreen />
        </Gate>
      </Route>
      <Route path={routes.join}>
        <Gate>
          <JoinScreen />
        </Gate>
      </Route>
      <Route path={routes.restore}>
        <Gate>
          <RestoreScreen />
        </Gate>
      </Route>
      <Route>
        <HereOrStart />
      </Route>
    </Switch>
  );
}

/** The open centre; otherwise the one that was open last; otherwise the way in. */
function HereOrStart() {
  const { t } = useText();
  const { app, preferences, leaving } = useSession();
  const centres = app.centres.value?.filter((entry) => entry.space !== leaving.value);
  const current = app.current.value;
  const last = preferences.lastSpace();
  const chosen =
    centres?.find((entry) => entry.space === last) ??
    (centres?.length === 1 ? centres[0] : undefined);
  const locked = app.locked.value;
  useEffect(() => {
    if (current === null && locked === null && chosen !== undefined) {
      void app.openCentre(chosen.space);
    }
  }, [current === null, locked === null, chosen?.space]);
  useEffect(() => {
    if (current !== null) preferences.setLastSpace(current.entry.space);
  }, [current]);
  if (locked !== null) {
    return (
      <Gate>
        <LockScreen key={locked.space} locked={locked} />
      </Gate>
    );
  }
  if (current !== null) return <CentrePages key={current.entry.space} centre={current} />;
  if (centres !== undefined && chosen === undefined) return <StartScreen />;
  return (
    <Gate>
      <h1 class="gate-title screen-loading">{t('app.opening')}</h1>
    </Gate>
  );
}
