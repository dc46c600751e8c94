import type { CDPSession, Page } from 'playwright-core';
import { openProfile, type Profile } from '../shared/profiles.ts';

/** A network as the browser's instruments slow it down: a wait for each request, and a rate up and down. */
export interface Network {
  readonly name: string;
  readonly latencyMs: number;
  readonly bitsPerSecond: number;
}

/** The two that the goals are set for. */
export const networks: readonly Network[] = [
  { name: '400 ms, 400 kbit/s', latencyMs: 400, bitsPerSecond: 400_000 },
  { name: '150 ms, 1.6 Mbit/s', latencyMs: 150, bitsPerSecond: 1_600_000 },
];

// A phone's browser is running when it scans a poster: what a browser does at its own start is not the page's.
const settleMs = 1_000;

/** A parent's phone that has never been here. */
export async function openPhone(): Promise<Profile> {
  const phone = await openProfile({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  return phone;
}

/** A tab, and the browser's instruments on it. */
export interface Tab {
  readonly page: Page;
  readonly devtools: CDPSession;
}

/** Opens a tab on a processor so many times slower. */
export async function openTab({ context }: Profile, slowdown: number): Promise<Tab> {
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(String(error)));
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return { page, devtools };
}

/** Puts a tab on a network, on none, or (`whole`) on the machine's own. */
export async function setNetwork(
  { devtools }: Tab,
  network: Network | 'none' | 'whole',
): Promise<void> {
  const slow = typeof network === 'object' ? network : undefined;
  const bytesPerSecond = slow === undefined ? -1 : slow.bitsPerSecond / 8;
  await devtools.send('Network.emulateNetworkConditions', {
    offline: network === 'none',
    latency: slow?.latencyMs ?? 0,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
}
