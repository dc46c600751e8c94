import type { Locator, Page } from 'playwright-core';
import { expectGone, expectShown } from './expect-shown.ts';
import { button, goTo, sectionOf } from './team-steps.ts';
import { keys, team } from './texts.ts';

/** The words on the printed kit, as they stand on the sheet that a place of the page shows. */
export async function kitWords(place: Locator): Promise<readonly string[]> {
  await button(place, keys('kit.show')).click();
  await expectShown(place.getByText(keys('sheet.title')));
  return place.locator('.kit-sheet-word').allTextContents();
}

/** Types the words that the check asks for. */
export async function typeAskedWords(place: Locator, words: readonly string[]): Promise<void> {
  const fields = place.locator('input[id^="kit-word-"]');
  for (const field of await fields.all()) {
    const at = Number((await field.getAttribute('id'))?.replace('kit-word-', ''));
    await field.fill(words[at - 1] ?? '');
  }
  await button(place, keys('check.submit')).click();
}

/** The step before a centre's first round: passes it where it comes. */
export async function passKitCheck(section: Locator): Promise<void> {
  const check = button(section, keys('check.submit'));
  await expectShown(check.or(section.getByLabel(team('rounds.opens'), { exact: true })));
  if (!(await check.isVisible())) return;
  const words = await kitWords(section);
  await button(section, keys('kit.printed')).click();
  await typeAskedWords(section, words);
  await expectGone(check);
}

/** Checks the kit in the settings and gives its words, as they would be read from paper. */
export async function checkKit(page: Page): Promise<readonly string[]> {
  await goTo(page, '#/settings');
  const section = sectionOf(page, keys('kit.title'));
  const words = await kitWords(section);
  await button(section, keys('kit.hide')).click();
  await typeAskedWords(section, words);
  await expectShown(page.getByText(keys('check.done')));
  return words;
}
