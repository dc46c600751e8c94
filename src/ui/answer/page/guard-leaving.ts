import { computed, effect } from '@preact/signals';
import type { AnswerApp, Draft } from '#app/answer/answer-app.ts';

function isEmpty({ marks, choices, texts }: Draft): boolean {
  return [marks, choices, texts].every((part) => Object.keys(part).length === 0);
}

/**
 * On a phone that keeps drafts nothing is lost by leaving; where nothing can be kept, the browser asks before an answer
 * that stands on this page alone is closed by mistake. On a tablet, a page that is left or brought back (bfcache) holds
 * nothing of the last person.
 */
export function guardLeaving(page: Window, app: AnswerApp, nextPerson: () => void): void {
  if (app.mode === 'tablet') {
    page.addEventListener('pagehide', () => app.startOver());
    page.addEventListener('pageshow', (event) => {
      if (event.persisted) nextPerson();
    });
  }
  const isAtRisk = computed(
    () =>
      app.delivery.value.kind === 'unsent' ||
      (app.mode !== 'tablet' && app.isUnsaved.value && !isEmpty(app.draft.value)),
  );
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
  // Only while there is something to lose: the listener itself costs the page its place in bfcache.
  effect(() => {
    if (isAtRisk.value) page.addEventListener('beforeunload', ask);
    else page.removeEventListener('beforeunload', ask);
  });
}
