/** Something that a person taps, and how the page shows that it took the tap. */
export interface Tap {
  readonly selector: string;
  /** Its words, where the selector alone does not tell. */
  readonly text?: string;
  /** Which of those that fit. */
  readonly nth?: number;
  /** What is there a frame after a tap that counted: in the page, or in what was tapped. */
  readonly kept?: { readonly in: 'page' | 'target'; readonly selector: string };
}

/** A person's way to the first question: the question itself, and what stands before it, in any order. */
export interface VisitPlan {
  readonly question: Tap;
  readonly before: readonly Tap[];
}

/** Milliseconds since the navigation began. */
export interface VisitTimes {
  /** The first tap that the page took. */
  readonly tap: number;
  /** The first question's option was chosen, and kept. */
  readonly question: number;
}

declare global {
  var visitTimes: Partial<Record<keyof VisitTimes, number>> | undefined;
}

/** What the page's console says when the question is answered: nothing of ours polls a page that is measured. */
export const visitDone = 'bench: the question is answered';

/**
 * Runs in the page before its own scripts. Taps what the plan names as soon as it is painted and nothing lies over it,
 * again and again until a tap counts, as an impatient thumb does.
 */
export function watchVisit([{ question, before }, done]: readonly [VisitPlan, string]): void {
  const times: Partial<Record<keyof VisitTimes, number>> = {};
  globalThis.visitTimes = times;
  const taken = new Set<Tap>();
  let isWaiting = false;

  const targetOf = ({ selector, text, nth = 0 }: Tap): HTMLElement | undefined =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (found) => text === undefined || found.textContent.trim() === text,
    )[nth];

  const isHit = (target: HTMLElement): boolean => {
    const box = (): DOMRect => target.getBoundingClientRect();
    if (box().width === 0 || box().height === 0) return false;
    if (box().top < 0 || box().bottom > innerHeight) {
      target.scrollIntoView({ block: 'center', behavior: 'instant' });
    }
    const { x, y, width, height } = box();
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    return top !== null && target.contains(top);
  };

  // After the frame that is being made: what stands there is painted, and the thread is free for a touch.
  const afterFrame = (act: () => void): void => {
    requestAnimationFrame(() => setTimeout(act));
  };
  const schedule = (): void => {
    if (isWaiting || times.question !== undefined) return;
    isWaiting = true;
    afterFrame(() => {
      isWaiting = false;
      look();
    });
  };

  const check = (tap: Tap): void => {
    isWaiting = false;
    const target = targetOf(tap);
    const { in: where = 'page', selector = '' } = tap.kept ?? {};
    const scope = where === 'page' ? document : target;
    if (selector !== '' && scope?.querySelector(selector) != null) {
      taken.add(tap);
      times.tap ??= performance.now();
      if (tap === question) {
        times.question = performance.now();
        observer.disconnect();
        console.debug(done);
      }
    }
    schedule();
  };

  function look(): void {
    let isThere = false;
    for (const tap of [question, ...before]) {
      const target = taken.has(tap) ? undefined : targetOf(tap);
      if (target === undefined) continue;
      isThere = true;
      if (!isHit(target)) continue;
      target.click();
      isWaiting = true;
      afterFrame(() => check(tap));
      return;
    }
    // There, but covered or without a place yet: nothing in the document need change for that to end.
    if (isThere) schedule();
  }

  const observer = new MutationObserver(schedule);
  observer.observe(document, { subtree: true, childList: true, attributes: true });
}
