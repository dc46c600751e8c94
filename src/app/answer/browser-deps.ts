import type { AnswerDeps } from './answer-deps.ts';
import type { Fetch } from '#sync/mailbox-request.ts';

/** What first-script.js has asked for before anything else was loaded. */
interface EarlyCard {
  readonly url: string;
  readonly reply: Promise<Response>;
}

declare global {
  interface Window {
    speglaCard?: EarlyCard | undefined;
  }
}

/** How long the page waits with the rest where nobody begins. */
const longestQuietMs = 5_000;

/** The answering page's surroundings in a real browser. `begun` resolves when its first texts are on the screen. */
export function browserAnswerDeps(begun: Promise<void>): AnswerDeps {
  // Typed as always there; older browsers and insecure pages lack it.
  const { locks }: { locks?: LockManager } = navigator;
  return {
    fragment: location.hash,
    pageOrigin: location.origin,
    secureContext: isSecureContext && 'subtle' in crypto,
    storage: {},
    fetch: afterEarly((input, init) => fetch(input, init)),
    locks,
    now: () => new Date(),
    onReturn: (callback) => {
      const looked = (): void => {
        if (document.visibilityState === 'visible') callback();
      };
      addEventListener('online', callback);
      document.addEventListener('visibilitychange', looked);
      return () => {
        removeEventListener('online', callback);
        document.removeEventListener('visibilitychange', looked);
      };
    },
    onLeave: (callback) => {
      const hidden = (): void => {
        if (document.visibilityState === 'hidden') callback();
      };
      addEventListener('pagehide', callback);
      document.addEventListener('visibilitychange', hidden);
      return () => {
        removeEventListener('pagehide', callback);
        document.removeEventListener('visibilitychange', hidden);
      };
    },
    quiet: Promise.race([begun, new Promise<void>((done) => setTimeout(done, longestQuietMs))]),
  };
}

/** The card's way is the longest: its reply is on the way already, and taken over once. */
function afterEarly(fetch: Fetch): Fetch {
  return (input, init) => {
    const early = window.speglaCard;
    if (early?.url !== input) return fetch(input, init);
    window.speglaCard = undefined;
    return early.reply;
  };
}
