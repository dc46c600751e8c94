import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A Chromium with a profile of its own in a folder of its own: its IndexedDB is on the disk. */
export interface Profile {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/**
 * The machine's Chromium, or the one inside an npm package. Never a context within a running browser: those are
 * private windows, whose IndexedDB is only in memory. `options`: what kind of device it is.
 */
export async function openProfile(
  options: Parameters<typeof chromium.launchPersistentContext>[1] = {},
): Promise<Profile> {
  const named = process.env['SPEGLA_CHROMIUM'];
  const system = [named ?? '', ...systemPaths].find((path) => path !== '' && existsSync(path));
  const executablePath =
    system !== undefined && named !== 'package'
      ? system
      : await (await import('@sparticuz/chromium')).default.executablePath();
  const folder = await mkdtemp(join(tmpdir(), 'spegla-profile-'));
  const context = await chromium.launchPersistentContext(folder, {
    ...options,
    executablePath,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  });
  return {
    context,
    close: async () => {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
