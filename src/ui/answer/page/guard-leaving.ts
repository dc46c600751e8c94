import { effect } from '@preact/signals';
import type { AnswerApp, Draft } from '#app/answer/answer-app.ts';

function isEmpty({ marks, choices, texts }: Draft): boolean {
  return [marks, choices, texts].every((part) => Object.keys(part).length === 0);
}

/**
 * On a phone, the browser asks before a begun survey is closed by mistake. On a tablet, a page that
 * is left or brought back (bfcache) holds nothing of the last person.
 */
export function guardLeaving(page: Window, app: AnswerApp, nextPerson: () => void): void {
  if (app.mode === 'tablet') {
    page.addEventListener('pagehide', () => app.startOver());
    page.addEventListener('pageshow', (event) => {
      if (event.persisted) nextPerson();
    });
    return;
  }
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
  // Only while there is something to lose: the listener itself costs the page its place in bfcache.
  effect(() => {
    if (isEmpty(app.draft.value)) page.removeEventListener('beforeunload', ask);
    else page.addEventListener('beforeunload', ask);
  });
}
