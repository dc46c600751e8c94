import { incomingLink, watchForLinks } from './session/incoming-link.ts';
// The line above stays first: it takes a team link's secret out of the address bar before anything else runs.
import { computed, signal, useComputed } from '@preact/signals';
import { render } from 'preact';
import '@fontsource/atkinson-hyperlegible/latin-400.css';
import '@fontsource/atkinson-hyperlegible/latin-700.css';
import '@fontsource/atkinson-hyperlegible/latin-ext-400.css';
import '@fontsource/atkinson-hyperlegible/latin-ext-700.css';
import { browserTeamDeps } from '#app/team/browser-deps.ts';
import { createTeamApp } from '#app/team/create-team-app.ts';
import { browserPreferenceStorage, createPreferences } from '#app/team/preferences.ts';
import { registerWorker } from '#app/team/worker-registration.ts';
import type { StaffLanguage } from '#i18n/languages.ts';
import { createTranslator } from '#i18n/translator.ts';
import '#ui/parts/tokens.css';
import '#ui/parts/base.css';
import './team.css';
import { TextProvider } from '#ui/parts/text/text.tsx';
import { ToastProvider } from '#ui/parts/toast/toast.tsx';
import { goTo } from './session/paths.ts';
import { SessionProvider, type Session } from './session/session.tsx';
import { TeamRoot } from './team-root.tsx';

// First of all: the disk is read while the words are made.
const app = createTeamApp(browserTeamDeps());
const preferences = createPreferences(browserPreferenceStorage(), navigator.languages);
const translator = signal(await createTranslator(preferences.language()));

async function setLanguage(language: StaffLanguage): Promise<void> {
  translator.value = await createTranslator(language);
  preferences.setLanguage(language);
  document.documentElement.lang = language;
}
document.documentElement.lang = translator.value.language;

const session: Session = {
  app,
  preferences,
  worker: registerWorker(),
  incomingLink,
  leaving: signal<string | null>(null),
};
watchForLinks(goTo);

/** A toast goes with its centre, and nothing is said on the lock screen. */
const toastScope = computed(() =>
  app.locked.value === null ? (app.current.value?.entry.space ?? '') : null,
);

function Main() {
  const text = useComputed(() => ({
    ...translator.value,
    setLanguage: (language: StaffLanguage) => void setLanguage(language),
  })).value;
  return (
    <TextProvider text={text}>
      <SessionProvider session={session}>
        <ToastProvider scope={toastScope}>
          <TeamRoot />
        </ToastProvider>
      </SessionProvider>
    </TextProvider>
  );
}

const place = document.getElementById('app');
if (place !== null) render(<Main />, place);
