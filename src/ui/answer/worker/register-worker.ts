import { effect, type ReadonlySignal } from '@preact/signals';
import type { AnswerText } from '#i18n/answer-text.ts';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

/** The address as a TrustedScriptURL, where the browser knows Trusted Types. */
function trustedWorkerUrl(page: Window): string {
  const allowed = new URL('answer-sw.js', page.document.baseURI).href;
  if (!('trustedTypes' in page)) return allowed;
  const policy = (page.trustedTypes as TrustedTypes).createPolicy('spegla-worker', {
    createScriptURL: (url) => {
      if (url !== allowed) throw new TypeError('only the answer page’s worker');
      return url;
    },
  });
  return policy.createScriptURL(allowed);
}

/** The worker must not compete with the first question, neither for a slow network nor for a slow phone. */
const restMs = 2_000;

function fetchedFiles(): string[] {
  return performance.getEntriesByType('resource').map((entry) => entry.name);
}

/**
 * Lets the page open without a network from now on. The worker keeps what this page has fetched;
 * on a tablet every language, so that a whole week can pass offline. Fails without a word: the
 * survey works as well, only not offline.
 */
export function registerWorker(
  page: Window,
  {
    tablet,
    isWhole,
    language,
  }: {
    readonly tablet: boolean;
    /** All that an answer needs has been fetched. */
    readonly isWhole: ReadonlySignal<boolean>;
    readonly language: ReadonlySignal<AnswerText | undefined>;
  },
): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const workers = navigator.serviceWorker;
  const tell = async (): Promise<void> => {
    const { active } = await workers.ready;
    active?.postMessage(tablet ? 'all' : fetchedFiles());
  };
  const register = (): void => {
    workers
      .register(trustedWorkerUrl(page), { scope: './answer.html', updateViaCache: 'none' })
      .then(tell)
      .catch(() => undefined);
  };
  let registered = false;
  effect(() => {
    if (!isWhole.value || language.value?.form('title') === undefined) return;
    // A page that a worker serves already costs nobody anything.
    if (registered) void tell();
    else page.setTimeout(register, workers.controller === null ? restMs : 0);
    registered = true;
  });
}
