import { computed, effect } from '@preact/signals';
import { render } from 'preact';
import { browserAnswerDeps } from '#app/answer/browser-deps.ts';
import { createAnswerApp } from '#app/answer/create-answer-app.ts';
import { suggestedLanguage } from '#i18n/answer-languages.ts';
import { createJourney } from './journey/journey.ts';
import { createLanguageState } from './language/language-state.ts';
import { createWelcome } from './language/welcome.ts';
import { AnswerPage } from './page/answer-page.tsx';
import type { Page } from './page/page-context.ts';
import { guardLeaving } from './page/guard-leaving.ts';
import { registerWorker } from './worker/register-worker.ts';

const root = document.querySelector<HTMLElement>('#answer');
if (root === null) throw new Error('answer.html lacks its root');

/** How long the rest waits: while somebody reads the start screen, and when the first question is there. */
const startRestMs = 1_500;
const questionRestMs = 200;

let begin: () => void = () => undefined;
const begun = new Promise<void>((resolve) => {
  begin = resolve;
});
const app = createAnswerApp(browserAnswerDeps(begun));
const languages = createLanguageState(
  computed(() => (app.phase.value.kind === 'ready' ? app.phase.value.form.id : undefined)),
  app.mode === 'tablet',
);
const journey = createJourney(window, 'start', app.mode === 'tablet');
const welcome = createWelcome(document, root);

welcome.onLanguage(languages.choose);
effect(() => {
  const phase = app.phase.value;
  if ('card' in phase) welcome.setCentre(phase.card.centre);
  // A message needs no choice of language first: it is told in the browser's.
  else if (phase.kind !== 'loading' && languages.chosen.peek() === undefined) {
    languages.choose(suggestedLanguage(navigator.languages));
  }
});
effect(() => {
  // Whoever left an answer unfinished meets the page in the language of that answer.
  const language = app.found.value?.language;
  if (language !== undefined && languages.chosen.peek() === undefined) languages.choose(language);
});
effect(() => app.notePlace({ language: languages.chosen.value, step: journey.place.value.step }));
effect(() => {
  // What comes behind the questions must not slow the first one down, neither on the network nor on the phone.
  if (languages.text.value?.form('title') === undefined) return;
  setTimeout(begin, journey.place.value.step === 'start' ? startRestMs : questionRestMs);
});
effect(() => welcome.show(languages.text.value === undefined));
effect(() => {
  const failed = languages.failed.value;
  if (failed !== undefined && languages.text.peek() === undefined) welcome.fail(failed);
});

const nextPerson: Page['nextPerson'] = ({ isReading } = { isReading: false }) => {
  app.startOver();
  if (isReading) app.setInterview(true);
  journey.restart('start');
  // Parents who share a tablet rarely share a language; a team and a waiting child do.
  const phase = app.phase.value;
  if (app.mode === 'tablet' && phase.kind === 'ready' && phase.form.id === 'parents') {
    languages.forget();
  }
};

guardLeaving(window, app, nextPerson);
registerWorker(window, {
  tablet: app.mode === 'tablet',
  isWhole: app.isWhole,
  language: languages.text,
});
render(
  <AnswerPage app={app} journey={journey} languages={languages} nextPerson={nextPerson} />,
  root,
);
