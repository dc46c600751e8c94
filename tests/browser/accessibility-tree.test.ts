import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { answerOne, passSections, setupAnswerLinks, type AnswerLinks } from './answer-links.ts';
import { chooseLanguage, title } from './answer-steps.ts';
import { answerWords } from './answer-words.ts';
import { thisYear } from './days.ts';
import { expectShown } from './expect-shown.ts';
import { setupSpegla, type Spegla } from './setup-spegla.ts';
import { practise, startChild } from './tablet-steps.ts';
import { button } from './team-steps.ts';

/** What a screen reader meets, as text beside this test: a change of it is seen in review. */
describe('the accessibility tree', () => {
  let spegla: Spegla;
  let links: AnswerLinks;
  beforeAll(async () => {
    spegla = await setupSpegla();
    links = await setupAnswerLinks(spegla);
  });
  afterAll(async () => {
    await links.office.stop();
    await spegla.stop();
  });
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
    const { page, at } = await spegla.phone();
    await page.goto(at(links.parents));
    await expectShown(page.getByText('Solrosen'));
    await expectTree(page, `welcome-${code}`);
    await chooseLanguage(page, words);
    await expectShown(button(page, words.answer('start.begin')));
    await expectTree(page, `parents-start-${code}`);
    await answerOne(page, words);
    await expectShown(button(page, words.answer('frame.clear')).first());
    await expectTree(page, `parents-section-${code}`);
    await passSections(page, words, async (section) => {
      if (section === 'open') await expectTree(page, `parents-open-${code}`);
    });
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
