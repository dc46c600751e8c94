import type { Page, Response } from 'playwright-core';
import { waitUntilKept } from './kept-files.ts';

/** Answers every question that has options and hands in; resolves when the server has it. */
export type HandIn = (page: Page) => Promise<void>;

const stepMs = 30_000;

function posted(page: Page, path: string): Promise<Response> {
  return page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().includes(path),
    { timeout: stepMs },
  );
}

/** Checks the first option of each group of radios that is on the screen. */
async function answerAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const answered = new Set<string>();
    for (const radio of document.querySelectorAll<HTMLInputElement>('input[type="radio"]')) {
      if (!answered.has(radio.name)) radio.click();
      answered.add(radio.name);
    }
  });
}

export const handInPlain: HandIn = async (page) => {
  await answerAll(page);
  await page.locator('form button').click();
  await page.getByRole('heading', { name: 'Tack' }).waitFor({ timeout: stepMs });
};

export const handInSurveyJs: HandIn = async (page) => {
  await page.locator('.sd-question').first().waitFor({ timeout: stepMs });
  await answerAll(page);
  const sent = posted(page, '/answers');
  await page.locator('.sd-navigation__complete-btn').click();
  await sent;
};

export const handInFormbricks: HandIn = async (page) => {
  const sent = posted(page, '/answers');
  for (;;) {
    const submit = page.locator('#fbjs button[type="submit"]');
    await submit.waitFor({ timeout: stepMs });
    const heading = await page.locator('#fbjs form label').first().textContent();
    await answerAll(page);
    await submit.click();
    // The next card is there, or the last one is gone.
    await page.waitForFunction(
      (before) => document.querySelector('#fbjs form label')?.textContent !== before,
      heading,
      { timeout: stepMs },
    );
    if ((await page.locator('#fbjs form').count()) === 0) break;
  }
  await sent;
};

/** Ours: the language, every screen onward, the review, the thanks; then until the worker has fetched what it keeps. */
export const handInOurs =
  (words: {
    readonly onward: readonly string[];
    readonly handIn: string;
    readonly thanks: string;
  }): HandIn =>
  async (page) => {
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const onward = words.onward.map(button).reduce((all, one) => all.or(one));
    const handIn = button(words.handIn);
    await page.locator('button[data-language="sv"]').click({ timeout: stepMs });
    const sent = posted(page, '/v1/');
    for (;;) {
      await onward.or(handIn).first().waitFor({ timeout: stepMs });
      if (await handIn.isVisible()) break;
      await answerAll(page);
      await onward.first().click();
    }
    await handIn.click();
    await page
      .getByRole('heading', { name: words.thanks, exact: true })
      .waitFor({ timeout: stepMs });
    await sent;
    await waitUntilKept(page);
  };
