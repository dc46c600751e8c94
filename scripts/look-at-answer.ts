/*
 * Takes pictures of the answering page's screens with the fake app behind them:
 * `node scripts/look-at-answer.ts <folder>`. For eyes, not for assertions.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../tests/browser/chromium.ts';
import { buildWithFake } from '../tests/ui/answer/build-with-fake.ts';
import { serveFolder } from '../tests/ui/answer/serve-folder.ts';

const root = join(import.meta.dirname, '..');
const out = resolve(process.argv[2] ?? join(tmpdir(), 'spegla-look'));
const only = process.argv[3];
const dist = join(out, 'dist');
rmSync(out, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
await buildWithFake(root, dist);
const server = await serveFolder(dist);

const sizes = {
  phone: { width: 360, height: 740 },
  tablet: { width: 820, height: 1180 },
  desk: { width: 1440, height: 900 },
};
const browser = await launchChromium();

type Shoot = (name: string) => Promise<void>;

async function parents(page: Page, shoot: Shoot): Promise<void> {
  await shoot('1-welcome');
  await page.click('[data-language=sv]');
  await shoot('2-start');
  await page.getByRole('button', { name: 'Börja' }).click();
  await page.getByText('Stämmer helt').first().click();
  await shoot('3-section');
  for (let step = 0; step < 6; step += 1) await page.getByRole('button', { name: 'Nästa' }).click();
  await page.locator('textarea').first().fill('Kaffet och de andra föräldrarna.');
  await shoot('4-texts');
  await page.getByRole('button', { name: 'Nästa' }).click();
  await page.getByText('Kvinna', { exact: true }).click();
  await shoot('5-background');
  await page.getByRole('button', { name: 'Gå igenom svaren' }).click();
  await shoot('6-review');
  await page.getByRole('button', { name: 'Lämna in' }).click();
  await page.getByText('Tack!').waitFor();
  await page.waitForTimeout(900);
  await shoot('7-thanks');
}

async function reflection(page: Page, shoot: Shoot): Promise<void> {
  await page.click('[data-language=sv]');
  await shoot('1-start');
  await page.getByRole('button', { name: 'Börja' }).click();
  await page.locator('.stop').nth(1).click();
  await page.locator('.stop').nth(6).click();
  await shoot('2-section');
  for (let step = 0; step < 5; step += 1) await page.getByRole('button', { name: 'Nästa' }).click();
  await page.getByRole('button', { name: 'Gå igenom svaren' }).click();
  await shoot('3-review');
  await page.getByRole('button', { name: 'Lämna in' }).click();
  await page.getByText('Tack!').waitFor();
  await page.waitForTimeout(900);
  await shoot('4-thanks');
}

async function children(page: Page, shoot: Shoot): Promise<void> {
  const next = page.locator('.child-next');
  await page.click('[data-language=sv]');
  await page.getByText('4–6 år').click();
  await page.getByText('Själv', { exact: true }).click();
  await shoot('1-adult');
  await page.getByRole('button', { name: 'Nu är det' }).click();
  await page.waitForTimeout(500);
  await shoot('2-want');
  await page.getByRole('button', { name: 'Ja, det vill jag' }).click();
  await page.waitForTimeout(500);
  await shoot('3-practice');
  await page.locator('.face-option').nth(0).click();
  await next.click();
  await page.waitForTimeout(500);
  await page.locator('.face-option').nth(1).click();
  await page.waitForTimeout(700);
  await shoot('4-feel');
  for (let step = 0; step < 3; step += 1) {
    await next.click();
    await page.waitForTimeout(1000);
    if (step < 2) await page.locator('.face-option').nth(2).click();
  }
  await page.waitForTimeout(1600);
  await shoot('5-end');
  const hold = page.locator('.hold');
  await hold.dispatchEvent('pointerdown');
  await page.waitForTimeout(3200);
  await shoot('6-gate');
}

async function messages(page: Page, shoot: Shoot): Promise<void> {
  await page.waitForTimeout(400);
  await shoot('unreachable');
}

/** What a phone meets that has been here before, or that cannot keep anything. */
async function returning(page: Page, shoot: Shoot): Promise<void> {
  await page.getByText('Vill du fortsätta?').waitFor();
  await shoot('1-found');
  await page.getByRole('button', { name: 'Börja om' }).click();
  await shoot('2-wiped');
  await page.getByRole('button', { name: 'Jag läser frågorna' }).click();
  await shoot('3-again-interview');
}

async function own(page: Page, shoot: Shoot): Promise<void> {
  await page.click('[data-language=en]');
  await shoot('1-unsaved');
  await page.getByRole('button', { name: 'Begin' }).click();
  for (let step = 0; step < 7; step += 1) await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('Torsdag').click();
  await shoot('2-questions');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Go through' }).click();
  await shoot('3-review');
  await page.getByRole('button', { name: 'Hand in' }).click();
  await page.getByText('Wait a moment').waitFor();
  await shoot('4-unsent');
}

async function full(page: Page, shoot: Shoot): Promise<void> {
  await page.click('[data-language=sv]');
  await page.getByRole('button', { name: 'Börja' }).click();
  await page.getByText('Stämmer helt').first().click();
  for (let step = 0; step < 7; step += 1) await page.getByRole('button', { name: 'Nästa' }).click();
  await page.getByRole('button', { name: 'Gå igenom svaren' }).click();
  await page.getByRole('button', { name: 'Lämna in' }).click();
  await page.getByText('Ta bort något annat').waitFor();
  await shoot('1-full');
}

const walks = {
  returning: ['form=parents&found=goal3&again', returning],
  own: ['form=parents&own&unsaved&stuck', own],
  full: ['form=parents&fail=full', full],
  parents: ['form=parents', parents],
  waiting: ['form=parents&mode=tablet&delivery=waiting', parents],
  reflection: ['form=reflection&mode=tablet', reflection],
  children: ['form=children&mode=tablet&delivery=waiting', children],
  message: ['phase=unreachable', messages],
} as const;

for (const [name, [hash, walk]] of Object.entries(walks)) {
  if (only !== undefined && only !== name) continue;
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ viewport, colorScheme, locale: 'sv-SE' });
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('404'))
          console.log(name, size, message.text());
      });
      page.on('pageerror', (error) => console.log(name, size, error.message));
      await page.goto(`${server.origin}/answer.html#${hash}`);
      await walk(page, async (step) => {
        await page.waitForTimeout(250);
        await page.screenshot({
          path: join(out, `${name}-${step}-${size}-${colorScheme}.png`),
          fullPage: true,
        });
      });
      await context.close();
    }
  }
}
await browser.close();
server.close();
