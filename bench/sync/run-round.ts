import { createHash, randomBytes } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import type { BenchSetting } from './pages/bench-device.ts';

/** Milliseconds of one round of one peer, timed in the pages. */
export interface RoundTimes {
  readonly write: number;
  readonly push: number;
  readonly pull: number;
}

const base64url = (bytes: Buffer): string => bytes.toString('base64url');

function newSetting(): BenchSetting {
  const token = randomBytes(32);
  return {
    run: randomBytes(8).toString('hex'),
    space: base64url(randomBytes(16)),
    token: base64url(token),
    tokenHash: base64url(createHash('sha256').update(token).digest()),
    adminTokenHash: base64url(randomBytes(32)), // Nobody's: nothing here is an admin's to do.
  };
}

async function openDevice(
  context: BrowserContext,
  url: string,
  setting: BenchSetting,
): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(String(error)));
  await page.goto(url);
  await page.waitForFunction(() => globalThis.bench !== undefined);
  await page.evaluate((given) => globalThis.bench?.open(given), setting);
  return page;
}

async function numberFrom(page: Page, step: 'push' | 'pull'): Promise<number> {
  const ms = await page.evaluate((name) => globalThis.bench?.[name](), step);
  if (ms === undefined) throw new Error('the page is gone');
  return ms;
}

/**
 * Device 1 writes and pushes; device 2 pulls; then a page opened anew on device 2 reads its store back, and what it
 * reads must be what device 1 wrote, to the byte.
 */
export async function runRound(
  url: string,
  devices: readonly [BrowserContext, BrowserContext],
  count: number,
): Promise<RoundTimes> {
  const setting = newSetting();
  const first = await openDevice(devices[0], url, setting);
  const second = await openDevice(devices[1], url, setting);
  const written = await first.evaluate((many) => globalThis.bench?.write(many), count);
  if (written === undefined) throw new Error('the page is gone');
  const push = await numberFrom(first, 'push');
  const pull = await numberFrom(second, 'pull');
  await second.close();
  const reader = await openDevice(devices[1], url, setting);
  const sum = await reader.evaluate(() => globalThis.bench?.sum());
  if (sum !== written.sum) throw new Error(`${url}: device 2 holds ${sum}, not ${written.sum}`);
  await first.evaluate(() => globalThis.bench?.remove());
  await reader.evaluate(() => globalThis.bench?.remove());
  await Promise.all([first.close(), reader.close()]);
  return { write: written.ms, push, pull };
}
