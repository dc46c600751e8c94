import type { Signal } from '@preact/signals';
import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { Preferences } from '#app/team/preferences.ts';
import type { TeamApp } from '#app/team/team-app.ts';
import type { WorkerRegistration } from '#app/team/worker-registration.ts';

/** What the page was started with, for every screen. */
export interface Session {
  readonly app: TeamApp;
  readonly preferences: Preferences;
  readonly worker: WorkerRegistration;
  /** The team link or kit link that the page was opened with; null once used or if there was none. */
  readonly incomingLink: { value: string | null };
  /** The centre that is being taken off this device: nothing opens it again meanwhile. */
  readonly leaving: Signal<string | null>;
}

const SessionContext = createContext<Session | null>(null);

/** Gives all screens below it the session. */
export function SessionProvider(props: {
  readonly session: Session;
  readonly children: ComponentChildren;
}) {
  return <SessionContext.Provider value={props.session}>{props.children}</SessionContext.Provider>;
}

/** The session of the page. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession outside SessionProvider');
  return session;
}
