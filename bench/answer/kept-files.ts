import type { Page } from 'playwright-core';

const patientMs = 90_000;
const pollMs = 200;

/** Runs in the page: whether its worker is at work and keeps the document and all else that was fetched. */
async function isKept(): Promise<boolean> {
  // Serving the page is not enough: a worker claims its pages while it is still being activated.
  if (navigator.serviceWorker.controller?.state !== 'activated') return false;
  const assets = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.includes('/assets/'));
  const wanted = [location.href.split(/[?#]/u, 1)[0] ?? '', ...assets];
  const kept = await Promise.all(wanted.map((url) => caches.match(url)));
  return kept.every((response) => response !== undefined);
}

/** Waits until the page opens without a network. Not `waitForFunction`: it takes a promise for a yes. */
export async function waitUntilKept(page: Page): Promise<void> {
  const limit = performance.now() + patientMs;
  while (!(await page.evaluate(isKept))) {
    if (performance.now() > limit) throw new Error('the worker does not keep the page');
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}
