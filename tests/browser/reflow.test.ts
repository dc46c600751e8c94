import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { answerOne, passSections, setupAnswerLinks, type AnswerLinks } from './answer-links.ts';
import { chooseLanguage, title } from './answer-steps.ts';
import { answerWords } from './answer-words.ts';
import { expectShown } from './expect-shown.ts';
import { setupSpegla, type Spegla } from './setup-spegla.ts';
import { startChild } from './tablet-steps.ts';
import { button } from './team-steps.ts';

/** WCAG 1.4.10: a window of 1280 × 1024 at 400 %. */
const fourTimes = { width: 320, height: 256 };

describe('a page that is read large', () => {
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

  /** WCAG 1.4.12: line height 1.5, letters 0.12 em, words 0.16 em, paragraphs 2 em apart. */
  async function spaceText(page: Page): Promise<void> {
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
         p { margin-block-end: 2em !important }`,
      );
      document.adoptedStyleSheets.push(sheet);
    });
  }

  /** Texts that do not fit where they stand, and what makes the page scroll sideways. */
  async function cutOff(page: Page): Promise<string[]> {
    return page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const found = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : [];
      for (const element of document.querySelectorAll<HTMLElement>('body *')) {
        const { overflowX, overflowY } = getComputedStyle(element);
        // What is there for screen readers alone is cut on purpose.
        if (element.matches('.visually-hidden') || element.textContent === '') continue;
        const isCut =
          (overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1) ||
          (overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1);
        if (isCut) found.push(`${element.localName}.${element.className} cuts its text`);
      }
      return found;
    });
  }

  test.each(['sv', 'ar', 'ti'])(
    'the parents’ survey fits at 400 % and with spaced text, in %s',
    async (code) => {
      const words = answerWords(code);
      const { page, at } = await spegla.phone();
      await page.setViewportSize(fourTimes);
      await page.goto(at(links.parents));
      expect(await cutOff(page)).toEqual([]);
      await chooseLanguage(page, words);
      await expectShown(button(page, words.answer('start.begin')));
      await spaceText(page);
      expect(await cutOff(page)).toEqual([]);
      await answerOne(page, words);
      expect(await cutOff(page)).toEqual([]);
      await passSections(page, words, async (section) => {
        expect(await cutOff(page), section).toEqual([]);
      });
      expect(await cutOff(page)).toEqual([]);
    },
  );

  test.each(['sv', 'ar'])(
    'the children’s survey fits a small window with spaced text, in %s',
    async (code) => {
      const words = answerWords(code);
      const { page, at } = await spegla.device();
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(at(links.children));
      await chooseLanguage(page, words);
      await expectShown(title(page, words.tablet('child.adultTitle')));
      await spaceText(page);
      expect(await cutOff(page)).toEqual([]);
      await startChild(page, words);
      expect(await cutOff(page)).toEqual([]);
    },
  );
});
