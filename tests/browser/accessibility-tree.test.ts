import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { begin, chooseLanguage, next, option, parentSections, title } from './answer-steps.ts';
import { answerWords } from './answer-words.ts';
import { thisYear } from './days.ts';
import { expectShown } from './expect-shown.ts';
import { openRound, phoneLink, tabletLink } from './round-steps.ts';
import { setupSpegla, type Device, type Spegla } from './setup-spegla.ts';
import { practise, startChild } from './tablet-steps.ts';
import { button, setupCentre } from './team-steps.ts';

/** What a screen reader meets, as text beside this test: a change of it is seen in review. */
describe('the accessibility tree', () => {
  let spegla: Spegla;
  let coordinator: Device;
  const links = { parents: '', children: '' };
  beforeAll(async () => {
    spegla = await setupSpegla();
    coordinator = await setupCentre(spegla);
    await openRound(coordinator.page, 'parents');
    await openRound(coordinator.page, 'children');
    links.parents = await phoneLink(coordinator.page, 'parents');
    links.children = await tabletLink(coordinator.page, 'children');
  });
  afterAll(() => spegla.stop());
  afterEach(() => expect(spegla.faults()).toEqual([]));

  async function expectTree(page: Page, name: string): Promise<void> {
    const tree = await page.locator('body').ariaSnapshot();
    // The year is the day's.
    await expect(`${tree.replaceAll(String(thisYear), 'YEAR')}\n`).toMatchFileSnapshot(
      `./accessibility-tree/${name}.txt`,
    );
  }

  test.each(['sv', 'ar'])('of the parents’ survey is as it was, in %s', async (code) => {
    const words = answerWords(code);
    const { answer, parents } = words;
    const { page, at } = await spegla.phone();
    await page.goto(at(links.parents));
    await expectShown(page.getByText('Solrosen'));
    await expectTree(page, `welcome-${code}`);
    await chooseLanguage(page, words);
    await expectShown(button(page, answer('start.begin')));
    await expectTree(page, `parents-start-${code}`);
    await begin(page, words);
    await option(page, parents.text('p-near'), parents.point('agree4', 4)).check();
    await expectTree(page, `parents-section-${code}`);
    for (const section of parentSections.slice(1)) {
      await next(page, parents.section(section), words);
      if (section === 'open') await expectTree(page, `parents-open-${code}`);
    }
    await button(page, answer('frame.toReview')).click();
    await expectShown(title(page, answer('review.title')));
    await expectTree(page, `parents-review-${code}`);
  });

  test.each(['sv', 'ar'])('of the children’s survey is as it was, in %s', async (code) => {
    const words = answerWords(code);
    const { page, at } = await spegla.device();
    await page.goto(at(links.children));
    await chooseLanguage(page, words);
    await expectShown(title(page, words.tablet('child.adultTitle')));
    await expectTree(page, `child-adult-${code}`);
    await startChild(page, words);
    await expectTree(page, `child-practice-${code}`);
    await practise(page, words);
    await expectTree(page, `child-question-${code}`);
  });
});
