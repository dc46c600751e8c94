import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { answerLanguages } from '#i18n/answer-languages.ts';
import { currentForm } from '#instruments/forms.ts';
import { answerOne, passSections, setupAnswerLinks, type AnswerLinks } from './answer-links.ts';
import {
  begin,
  chooseLanguage,
  handIn,
  next,
  option,
  parentSections,
  title,
} from './answer-steps.ts';
import { answerWords } from './answer-words.ts';
import { expectShown } from './expect-shown.ts';
import { createEye } from './see-screen.ts';
import { setupSpegla, type Spegla } from './setup-spegla.ts';
import { answerChild, practise, startChild } from './tablet-steps.ts';
import { button } from './team-steps.ts';

const scaleItems = new Map(
  currentForm('parents').sections.map(({ id, items }) => [
    id,
    items.filter(({ kind }) => kind === 'scale').map((item) => item.id),
  ]),
);

describe('every language that answers', () => {
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

  async function open(link: string): Promise<Page> {
    const { page, at } = await spegla.phone();
    await page.goto(at(link));
    return page;
  }

  test.each(answerLanguages)(
    'a parent answers in $name, from the first screen to the thanks',
    async ({ code, direction }) => {
      const words = answerWords(code);
      const { answer, parents } = words;
      const page = await open(links.parents);
      const fetched: string[] = [];
      page.on('request', (request) => fetched.push(request.url()));
      await chooseLanguage(page, words);
      await expectShown(button(page, answer('start.begin')));
      expect(await page.locator('html').getAttribute('lang')).toBe(code);
      expect(await page.locator('html').getAttribute('dir')).toBe(direction);
      await begin(page, words);
      for (const section of parentSections) {
        await expectShown(title(page, parents.section(section)));
        for (const item of scaleItems.get(section) ?? []) {
          await option(page, parents.text(item), parents.point('agree4', 3)).check();
        }
        if (section !== 'background') {
          const following = parentSections[parentSections.indexOf(section) + 1] ?? section;
          await next(page, parents.section(following), words);
        }
      }
      await button(page, answer('frame.toReview')).click();
      await expectShown(title(page, answer('review.title')));
      await handIn(page, words);
      await expectShown(page.getByText(answer('thanks.sent')));
      // Nothing of the other languages, whose files are named like this one's.
      const texts = fetched.filter((url) =>
        /\/(?:answer|parents|children|tablet)-[^/]+\.js$/u.test(url),
      );
      expect(new Set(texts).size).toBe(texts.length);
      await page.context().close();
    },
  );

  test('the answers of all of them have arrived, once each', async () => {
    await links.office.counts('parents', answerLanguages.length);
    expect(links.office.answered('parents')).toBe(answerLanguages.length);
  });

  test.each(answerLanguages)('a child answers in $name', async ({ code }) => {
    const words = answerWords(code);
    const { page, at } = await spegla.device();
    await page.goto(at(links.children));
    await chooseLanguage(page, words);
    await startChild(page, words);
    await practise(page, words);
    await answerChild(page, 3, words);
    expect(await title(page, words.tablet('child.done')).count()).toBe(1);
    await page.context().close();
  });

  test('a right-to-left page is mirrored as a whole, and its scale keeps its meaning', async () => {
    const words = answerWords('ar');
    const { answer, parents } = words;
    const page = await open(links.parents);
    await chooseLanguage(page, words);
    await begin(page, words);
    await expectShown(title(page, parents.section('goal1')));
    const left = async (name: string): Promise<number> =>
      (await button(page, name).boundingBox())?.x ?? Number.NaN;
    expect(await left(answer('frame.next'))).toBeLessThan(await left(answer('frame.back')));
    const points = await page
      .getByRole('group', { name: parents.text('p-near') })
      .getByRole('radio')
      .evaluateAll((radios) => radios.map((radio) => radio.parentElement?.textContent));
    expect(points.slice(0, 4)).toEqual([4, 3, 2, 1].map((point) => parents.point('agree4', point)));
  });

  test('the surveys in Arabic are for everyone', async () => {
    const words = answerWords('ar');
    const { answer, tablet } = words;
    const eye = createEye('ar', { withLargeText: true });
    const page = await open(links.parents);
    await chooseLanguage(page, words);
    await expectShown(button(page, answer('start.begin')));
    await eye.see(page, 'parents-start');
    await answerOne(page, words);
    await eye.see(page, 'parents-section');
    await passSections(page, words, async (section) => {
      if (section === 'background') await eye.see(page, 'parents-background');
    });
    await eye.see(page, 'parents-review');
    await handIn(page, words);
    await eye.see(page, 'parents-thanks');

    const { page: kiosk, at } = await spegla.device();
    await kiosk.goto(at(links.children));
    await chooseLanguage(kiosk, words);
    await expectShown(title(kiosk, tablet('child.adultTitle')));
    await eye.see(kiosk, 'child-adult');
    await startChild(kiosk, words);
    await practise(kiosk, words);
    await eye.see(kiosk, 'child-question');
    await answerChild(kiosk, 3, words);
    await eye.see(kiosk, 'child-done');
    expect(eye.found).toEqual([]);
  });
});
