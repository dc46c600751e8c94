import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { begin, inSwedish } from './answer-steps.ts';
import { launchProfile } from './chromium.ts';
import { expectShown, patientMs } from './expect-shown.ts';
import { setupOffice } from './kiosk-office.ts';
import { changeHands, reflect } from './meeting-steps.ts';
import { setupSpegla } from './setup-spegla.ts';
import { answer, swedish } from './texts.ts';

/** Plain letters, which every way of writing texts on disk has in common. */
const canary = 'Canary sang 5081';
const secondCanary = 'Canary sang 6113';
const thirdCanary = 'Canary sang 7027';
const unsentCanary = 'Canary sang 8455';
const control = 'Canary told 7193';

/** The files of a browser's profile that hold a text, in either of the ways that browsers write it. */
async function filesWith(folder: string, text: string): Promise<readonly string[]> {
  const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    if (needles.some((needle) => bytes.includes(needle))) found.push(path);
  }
  return found;
}

test('a comment that was handed in lies nowhere in the clear among the browser’s files', async () => {
  const spegla = await setupSpegla();
  onTestFinished(() => spegla.stop());
  const { phone: link } = await (await setupOffice(spegla)).opensRound('reflection');

  const folder = await mkdtemp(join(tmpdir(), 'spegla-canary-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const browser = await launchProfile(folder, { locale: 'sv-SE' });
  browser.context.setDefaultTimeout(patientMs);
  const page = await browser.context.newPage();
  await page.goto(link);
  await inSwedish(page);
  await reflect(page, { marks: { r01: 2 }, comments: { r01: canary } });
  await expectShown(page.getByText(answer('thanks.sent')));
  await page.evaluate(keepInTheClear, control);
  await browser.close();

  expect(await filesWith(folder, canary)).toEqual([]);
  // The search does find what a page writes in the clear.
  expect((await filesWith(folder, control)).length).toBeGreaterThan(0);
}, 400_000);

test('nor do the comments of three colleagues who shared a tablet, one of whom never handed in', async () => {
  const spegla = await setupSpegla();
  onTestFinished(() => spegla.stop());
  const { tablet: link } = await (await setupOffice(spegla)).opensRound('reflection');

  const folder = await mkdtemp(join(tmpdir(), 'spegla-canary-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const browser = await launchProfile(folder, { locale: 'sv-SE' });
  browser.context.setDefaultTimeout(patientMs);
  const page = await browser.context.newPage();
  await page.goto(link);
  await inSwedish(page);
  await reflect(page, { marks: { r01: 2 }, comments: { r01: canary, r07: secondCanary } });
  await changeHands(page);
  await reflect(page, { marks: { r01: 5 }, comments: { r02: thirdCanary } });
  await changeHands(page);
  await begin(page);
  const asked = page.locator('#q-r01');
  await asked.locator('summary').click();
  await asked.getByRole('textbox').fill(unsentCanary);
  await page.evaluate(keepInTheClear, control);
  // Somebody presses reload, and then the battery dies.
  await page.reload();
  await expectShown(page.getByRole('button', { name: swedish.welcome('start') }));
  await browser.close();

  for (const text of [canary, secondCanary, thirdCanary, unsentCanary]) {
    expect(await filesWith(folder, text)).toEqual([]);
  }
  expect((await filesWith(folder, control)).length).toBeGreaterThan(0);
}, 400_000);

/** Writes a text to a database of its own, as a careless page would. */
async function keepInTheClear(text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('careless', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('texts');
    opening.onerror = () => reject(new Error('not opened'));
    opening.onsuccess = () => {
      const writing = opening.result.transaction('texts', 'readwrite', { durability: 'strict' });
      writing.objectStore('texts').put(text, 'one');
      writing.oncomplete = () => resolve();
    };
  });
}
