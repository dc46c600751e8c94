import type { Page } from 'playwright-core';
import { waitUntilKept } from './kept-files.ts';
import { openPhone, openTab, setNetwork, type Network, type Tab } from './phone.ts';
import type { Subject } from './subjects.ts';
import { watchThirdParties, watchTraffic } from './traffic.ts';
import { visitDone, watchVisit, type VisitPlan, type VisitTimes } from './watch-visit.ts';

/** A first visit: milliseconds since the navigation began, and bytes that had come by then. */
export interface FirstVisit extends VisitTimes {
  readonly paint: number;
  readonly bytesAtTap: number;
  readonly bytesAtQuestion: number;
  /** Bytes of the document. */
  readonly firstResponse: number;
  readonly thirdParties: readonly string[];
  /** The next visit, without a network; where the page is made for that. */
  readonly offline?: VisitTimes;
}

const patientMs = 90_000;

/** Goes there and taps to the first question. */
async function walk(
  { page }: Tab,
  address: string,
  plan: VisitPlan,
): Promise<VisitTimes & { readonly paint: number }> {
  await page.addInitScript(watchVisit, [plan, visitDone] as const);
  const done = page.waitForEvent('console', {
    predicate: (message) => message.text() === visitDone,
    timeout: patientMs,
  });
  await Promise.all([done, page.goto(address, { waitUntil: 'commit' })]);
  const { tap, question } = (await page.evaluate(() => globalThis.visitTimes)) ?? {};
  if (tap === undefined || question === undefined) throw new Error('no times');
  // The frame was made before the tap, but may have come to the screen after it: nobody taps what is not seen.
  const paint = await firstPaint(page);
  return { paint, tap: Math.max(tap, paint), question: Math.max(question, paint) };
}

function firstPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [paint] = list.getEntriesByName('first-contentful-paint');
          if (paint !== undefined) resolve(paint.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
}

/** One visit by a phone that was never there; where the page promises it, a second one without a network. */
export async function visit(
  subject: Subject,
  network: Network,
  slowdown: number,
): Promise<FirstVisit> {
  const { address, plan, wire, again } = subject;
  const phone = await openPhone();
  try {
    const thirdParties = watchThirdParties(phone.context, wire.origin);
    const tab = await openTab(phone, slowdown);
    const traffic = await watchTraffic(tab.devtools);
    await setNetwork(tab, network);
    const times = await walk(tab, address, plan);
    const origin = await tab.page.evaluate(() => performance.timeOrigin);
    const found = {
      ...times,
      bytesAtTap: traffic.bytesUntil(origin + times.tap),
      bytesAtQuestion: traffic.bytesUntil(origin + times.question),
      firstResponse: traffic.firstResponse(),
      thirdParties,
    };
    if (again === undefined) return found;

    await setNetwork(tab, 'whole');
    await tab.devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await waitUntilKept(tab.page);
    // A parent comes back another day: no worker stands ready in memory.
    await tab.devtools.send('ServiceWorker.enable');
    await tab.devtools.send('ServiceWorker.stopAllWorkers');
    await tab.page.close();
    wire.cut();
    const next = await openTab(phone, slowdown);
    await setNetwork(next, 'none');
    return { ...found, offline: await walk(next, address, again) };
  } finally {
    wire.mend();
    await phone.close();
  }
}
