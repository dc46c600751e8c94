import type { CDPSession, Page } from 'playwright-core';

/** How long the page's own thread worked, and how much of that its scripts ran: milliseconds since the page began. */
export interface ThreadTime {
  readonly busy: number;
  readonly script: number;
}

/**
 * Reads the browser's own counters (CDP, Performance.getMetrics: TaskDuration and ScriptDuration) in the thread's own time,
 * which stands still while other processes have the processor. A slowed-down processor slows it too.
 */
export async function threadTime(devtools: CDPSession): Promise<ThreadTime> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const ms = (wanted: string): number =>
    (metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN) * 1_000;
  return { busy: ms('TaskDuration'), script: ms('ScriptDuration') };
}

/** A tap on "Resultat": until the overview stands there and is painted, and until everything below it is drawn too. */
export async function openResults(
  page: Page,
  devtools: CDPSession,
): Promise<{ readonly overview: ThreadTime; readonly whole: ThreadTime }> {
  const before = await threadTime(devtools);
  await page.evaluate(async () => {
    const stands = (wanted: string): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (document.querySelector(wanted) === null) requestAnimationFrame(look);
          else requestAnimationFrame(() => setTimeout(resolve));
        };
        look();
      });
    document.querySelector<HTMLElement>('a.navigation-link[href$="/results"]')?.click();
    await stands('.voices');
  });
  const overview = await threadTime(devtools);
  await page.waitForSelector('#results-children canvas');
  // The charts that are not near the window are drawn one by one, in idle moments.
  let [last, now] = [overview, await threadTime(devtools)];
  while (now.script - last.script > 1) {
    await page.waitForTimeout(1_500);
    [last, now] = [now, await threadTime(devtools)];
  }
  return { overview: since(before, overview), whole: since(before, now) };
}

function since(before: ThreadTime, now: ThreadTime): ThreadTime {
  return { busy: now.busy - before.busy, script: now.script - before.script };
}
