import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  begin,
  chooseLanguage,
  handIn,
  next,
  option,
  parentSections,
  title,
} from './answer-steps.ts';
import { dayFromToday } from './days.ts';
import { expectShown } from './expect-shown.ts';
import { moveRound, openRound, phoneLink, tabletLink } from './round-steps.ts';
import { createEye } from './see-screen.ts';
import { setupSpegla, type Device, type Spegla } from './setup-spegla.ts';
import { answerChild, openGate, practise, startChild, tapFace } from './tablet-steps.ts';
import { button, setupCentre } from './team-steps.ts';
import { english, swedish } from './texts.ts';

describe('the answering pages for everyone', () => {
  let spegla: Spegla;
  let coordinator: Device;
  const links = { phone: '', parents: '', children: '', reflection: '' };
  beforeAll(async () => {
    spegla = await setupSpegla();
    coordinator = await setupCentre(spegla);
    for (const form of ['parents', 'children', 'reflection'] as const) {
      await openRound(coordinator.page, form);
      links[form] = await tabletLink(coordinator.page, form);
    }
    links.phone = await phoneLink(coordinator.page, 'parents');
  });
  afterAll(() => spegla.stop());
  afterEach(() => expect(spegla.faults()).toEqual([]));

  async function open(link: string): Promise<Page> {
    const { page, at } = await spegla.device();
    await page.goto(at(link));
    return page;
  }

  const languages = [
    ['Swedish', swedish],
    ['English', english],
  ] as const;

  test.each(languages)('the parents’ survey is, in %s', async (_, words) => {
    const { answer, parents } = words;
    const eye = createEye(words.language, { withLargeText: true });
    const page = await open(links.phone);
    await expectShown(page.getByRole('button', { name: words.welcome('start') }));
    await eye.see(page, 'parents-welcome');
    await chooseLanguage(page, words);
    await expectShown(button(page, answer('start.begin')));
    await eye.see(page, 'parents-start');
    await begin(page, words);
    await option(page, parents.text('p-near'), parents.point('agree4', 4)).check();
    await eye.see(page, 'parents-section');
    for (const section of parentSections.slice(1)) {
      await next(page, parents.section(section), words);
      if (section === 'open' || section === 'background') await eye.see(page, `parents-${section}`);
    }
    await button(page, answer('frame.toReview')).click();
    await expectShown(title(page, answer('review.title')));
    await eye.see(page, 'parents-review');
    await handIn(page, words);
    await expectShown(page.getByText(answer('thanks.sent')));
    await eye.see(page, 'parents-thanks');
    expect(eye.found).toEqual([]);
  });

  test.each(languages)('the children’s survey is, in %s', async (_, words) => {
    const { tablet, children } = words;
    const eye = createEye(words.language, { withLargeText: true });
    const page = await open(links.children);
    await chooseLanguage(page, words);
    await expectShown(title(page, tablet('child.adultTitle')));
    await eye.see(page, 'child-adult');
    await startChild(page, words);
    await eye.see(page, 'child-practice');
    await practise(page, words);
    await tapFace(page, children.point('feeling3', 2));
    await eye.see(page, 'child-question');
    await openGate(page, words);
    await eye.see(page, 'tablet-gate');
    await button(page.getByRole('dialog'), tablet('tablet.gateStay')).click();
    await answerChild(page, 3, words);
    await eye.see(page, 'child-done');
    expect(eye.found).toEqual([]);
  });

  test.each(languages)('the self-reflection is, in %s', async (_, words) => {
    const { answer, reflection } = words;
    const eye = createEye(words.language, { withLargeText: true });
    const page = await open(links.reflection);
    await chooseLanguage(page, words);
    await expectShown(button(page, answer('start.begin')));
    await eye.see(page, 'reflection-start');
    await begin(page, words);
    await option(page, reflection.text('r01'), reflection.point('working6', 5)).check();
    await eye.see(page, 'reflection-section');
    expect(eye.found).toEqual([]);
  });

  test.each(languages)('what stands there instead of a survey is, in %s', async (_, words) => {
    const { answer } = words;
    const eye = createEye(words.language, { withLargeText: true });
    const { page, at } = await spegla.device({ locale: words.language });
    await page.goto(at(links.phone.slice(0, -3)));
    await expectShown(title(page, answer('message.badLink.title')));
    await eye.see(page, 'message-bad-link');

    const past = { opens: dayFromToday(-9), closes: dayFromToday(-2) };
    await moveRound(coordinator.page, 'parents', past);
    const link = await phoneLink(coordinator.page, 'parents');
    const late = await open(link);
    await chooseLanguage(late, words);
    await expectShown(title(late, answer('message.closed.title')));
    await eye.see(late, 'message-closed');
    expect(eye.found).toEqual([]);
  });
});
