import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Draft } from '#app/answer/answer-app.ts';
import { launchChromium } from '../../browser/chromium.ts';
import { buildWithFake } from './build-with-fake.ts';
import { serveFolder } from './serve-folder.ts';

/** The built answering page with the fake app behind it, in a real browser. */
export interface AnswerPages {
  readonly browser: Browser;
  readonly origin: string;
  /** Opens `answer.html#<hash>` in a browser of its own; what the console complains of fails the test. */
  open(hash: string, options?: BrowserContextOptions): Promise<Page>;
  /** Opens it and chooses Swedish. */
  openSwedish(hash: string, options?: BrowserContextOptions): Promise<Page>;
  cutNetwork(): void;
  stop(): Promise<void>;
}

/** Builds, serves and launches; takes some seconds. */
export async function setupAnswerPages(): Promise<AnswerPages> {
  const folder = mkdtempSync(join(tmpdir(), 'spegla-answer-page-'));
  await buildWithFake(join(import.meta.dirname, '..', '..', '..'), folder);
  const server = await serveFolder(folder);
  const browser = await launchChromium();
  const faults: string[] = [];

  const open: AnswerPages['open'] = async (hash, options = {}) => {
    const context = await browser.newContext({ locale: 'sv-SE', ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(`${server.origin}/answer.html#${hash}`);
    return page;
  };
  return {
    browser,
    origin: server.origin,
    open,
    async openSwedish(hash, options) {
      const page = await open(hash, options);
      await page.locator('[data-language=sv]').click();
      await page.locator('#answer h1').waitFor();
      return page;
    },
    cutNetwork: server.close,
    async stop() {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true, force: true });
      expect(faults).toEqual([]);
    },
  };
}

/** What the fake app was handed, in order. */
export async function handedIn(page: Page): Promise<Draft[]> {
  return page.evaluate(() => (window as unknown as { handedIn?: Draft[] }).handedIn ?? []);
}

/** Presses a button by its words. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** Waits for a screen by its heading, and for focus to have moved there. */
export async function heading(page: Page, name: string): Promise<void> {
  await page.locator('#answer').getByRole('heading', { level: 1, name }).waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent ?? ''), {
      timeout: 10_000,
    })
    .toContain(name);
}
