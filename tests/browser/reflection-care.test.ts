import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { begin, chooseLanguage, handIn, inSwedish, next, option, title } from './answer-steps.ts';
import { answerWords } from './answer-words.ts';
import { dayFromToday, thisYear } from './days.ts';
import { expectGone, expectRead, expectShown } from './expect-shown.ts';
import { reflectionText } from './meeting-steps.ts';
import { answersOf, moveRound, openRound, phoneLink, tabletLink } from './round-steps.ts';
import { createEye } from './see-screen.ts';
import { setupSpegla, type Device, type Spegla } from './setup-spegla.ts';
import { button, goTo, setupCentre } from './team-steps.ts';
import { answer, english, reflection, swedish } from './texts.ts';

const say = reflectionText();
const laterAreas = [
  'earlySupportParents',
  'learning',
  'earlySupportStaff',
  'equality',
  'collaboration',
] as const;

describe('a colleague who reflects alone', () => {
  let spegla: Spegla;
  let office: Device;
  const links = { phone: '', tablet: '' };
  beforeAll(async () => {
    spegla = await setupSpegla();
    office = await setupCentre(spegla);
    await openRound(office.page, 'reflection');
    links.phone = await phoneLink(office.page, 'reflection');
    links.tablet = await tabletLink(office.page, 'reflection');
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

  test.each([swedish, english])(
    'is heard out by a screen reader as before, and by axe, in $language',
    async (words) => {
      const { language, answer, reflection } = words;
      const eye = createEye(language, { withLargeText: true });
      const { page, at } = await spegla.device();
      await page.goto(at(links.tablet));
      await chooseLanguage(page, words);
      await expectShown(button(page, answer('start.begin')));
      // What only a tablet has comes a moment behind the rest.
      await expectShown(page.getByRole('complementary').getByRole('button').last());
      await expectTree(page, `reflection-start-${language}`);
      await begin(page, words);
      await expectShown(title(page, reflection.section('general')));
      const stop = reflection.point('working6', 4);
      await option(page, reflection.text('r01'), stop).check();
      await page.locator('#q-r01 summary').click();
      await page.locator('#q-r01').getByRole('textbox').fill('Olika mellan husen');
      await expectTree(page, `reflection-section-${language}`);
      await button(page, reflectionText(words)('way.one')).click();
      await expectTree(page, `reflection-one-${language}`);
      await button(page, reflectionText(words)('way.list')).click();
      for (const area of laterAreas) {
        await next(page, reflection.section(area), words);
      }
      await button(page, answer('frame.toReview')).click();
      await expectShown(page.getByText('Olika mellan husen'));
      await expectTree(page, `reflection-review-${language}`);
      await eye.see(page, 'reflection-review');
      await handIn(page, words);
      await button(page, answer('thanks.handOver')).click();
      await expectShown(title(page, reflectionText(words)('curtain.title')));
      await expectTree(page, `reflection-curtain-${language}`);
      await eye.see(page, 'reflection-curtain');
      expect(eye.found).toEqual([]);
    },
    400_000,
  );

  test('needs no finger: from the first statement over the curtain to the next colleague by keys alone', async () => {
    const { page, at } = await spegla.device();
    await page.goto(at(links.tablet));
    await page.getByRole('button', { name: swedish.welcome('start') }).press('Enter');
    await button(page, answer('start.begin')).press('Enter');
    await expectShown(title(page, reflection.section('general')));
    /** Goes on by Tab until the keyboard is where it is wanted. */
    const tabTo = async (wanted: string): Promise<void> => {
      for (let step = 0; step < 60; step += 1) {
        await page.keyboard.press('Tab');
        const is = await page.evaluate(
          (selector) => document.activeElement?.matches(selector),
          wanted,
        );
        if (is === true) return;
      }
      throw new Error(`no way to ${wanted}`);
    };
    await tabTo('#q-r01 input[type=radio]');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    const second = option(page, reflection.text('r01'), reflection.point('working6', 5));
    await expectRead(() => second.isChecked(), true);
    await tabTo('#q-r01 summary');
    await page.keyboard.press('Enter');
    await tabTo('#q-r01 textarea');
    await page.keyboard.type('Skrivet utan mus');
    for (let area = 0; area < 6; area += 1) {
      const heading = await page.getByRole('heading', { level: 1 }).textContent();
      await tabTo('.frame-ways .button:last-child');
      await page.keyboard.press('Enter');
      await expectRead(
        async () => (await page.getByRole('heading', { level: 1 }).textContent()) === heading,
        false,
      );
    }
    await expectShown(page.getByText('Skrivet utan mus'));
    await tabTo('.frame-ways .button:last-child');
    await page.keyboard.press('Enter');
    await expectShown(title(page, answer('thanks.title')));
    await tabTo('.thanks .button');
    await page.keyboard.press('Enter');
    await expectShown(title(page, say('curtain.title')));
    await tabTo('.curtain .button');
    await page.keyboard.press('Enter');
    await expectShown(button(page, answer('start.begin')));
    await page.keyboard.press('Tab');
    expect(await page.getByText('Skrivet utan mus').count()).toBe(0);
  });

  test('who asks for a language that the team’s form does not speak gets it in Swedish', async () => {
    const { page, at } = await spegla.phone();
    await page.goto(at(links.phone));
    await page.getByRole('button', { name: answerWords('ar').welcome('start') }).click();
    await expectShown(button(page, answer('start.begin')));
    expect(await page.getByRole('option').allTextContents()).toEqual(['Svenska', 'English']);
  });

  test('hands in once: a double tap is one answer, and a second visit says so', async () => {
    await goTo(office.page, `#/${thisYear}/rounds`);
    const { page, at } = await spegla.phone();
    await page.goto(at(links.phone));
    await inSwedish(page);
    await begin(page);
    await option(page, reflection.text('r01'), reflection.point('working6', 3)).check();
    for (const area of laterAreas) {
      await next(page, reflection.section(area));
    }
    await button(page, answer('frame.toReview')).click();
    await button(page, answer('review.handIn')).dblclick();
    await expectShown(page.getByText(answer('thanks.sent')));
    // Back leads to no review that could be handed in once more.
    await page.goBack().catch(() => undefined);
    expect(await button(page, answer('review.handIn')).count()).toBe(0);
    await page.goto('about:blank');
    await page.goto(at(links.phone));
    await inSwedish(page);
    await expectShown(page.getByRole('heading', { name: say('again.title') }));
    await expectShown(page.getByText(say('again.body')));
    await expectGone(button(page, answer('start.begin')));
    // Two on the tablet by now, one with the keys, and this one.
    await expectShown(answersOf(office.page, 'reflection', 4));
  });

  test('who finds a round closed is told so, and who has begun may finish', async () => {
    const late = await spegla.phone();
    await late.page.goto(late.at(links.phone));
    await inSwedish(late.page);
    await begin(late.page);
    await option(late.page, reflection.text('r01'), reflection.point('working6', 2)).check();

    await moveRound(office.page, 'reflection', {
      opens: dayFromToday(-3),
      closes: dayFromToday(-1),
    });
    await phoneLink(office.page, 'reflection');
    const other = await spegla.phone();
    await other.page.goto(other.at(links.phone));
    await inSwedish(other.page);
    await expectShown(title(other.page, answer('message.closed.title')));

    for (const area of laterAreas) {
      await next(late.page, reflection.section(area));
    }
    await button(late.page, answer('frame.toReview')).click();
    await handIn(late.page);
    await expectShown(late.page.getByText(answer('thanks.sent')));
    await goTo(office.page, `#/${thisYear}/rounds`);
    await expectShown(answersOf(office.page, 'reflection', 5));
  });

  test('a card that differs from its link is not answered', async () => {
    const { page, at } = await spegla.phone();
    const [version, round, secret, hash = '', ...rest] = new URL(links.phone).hash.split('.');
    const other = `${hash.startsWith('A') ? 'B' : 'A'}${hash.slice(1)}`;
    await page.goto(
      at(links.phone.replace(/#.*/u, [version, round, secret, other, ...rest].join('.'))),
    );
    await expectShown(title(page, answer('message.cardRefused.title')));
    await expectShown(page.getByText(answer('message.cardRefused.body')));
  });
});
