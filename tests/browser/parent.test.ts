import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  answerParents,
  begin,
  expectKept,
  handIn,
  inSwedish,
  next,
  option,
  title,
} from './answer-steps.ts';
import { thisYear } from './days.ts';
import { expectGone, expectShown, soonMs } from './expect-shown.ts';
import { answersOf, openRound, phoneLink, surveyTitle } from './round-steps.ts';
import { setupSpegla, type Device, type Spegla } from './setup-spegla.ts';
import { button, goTo, join, makeTeamLink, setupCentre } from './team-steps.ts';
import { answer, english, parents, team } from './texts.ts';

describe('a parent at the bus stop', () => {
  let spegla: Spegla;
  let coordinator: Device;
  let colleague: Device;
  let phone: Device;
  beforeAll(async () => {
    spegla = await setupSpegla();
    coordinator = await setupCentre(spegla);
    await openRound(coordinator.page, 'parents');
    colleague = await spegla.device();
    await join(colleague, await makeTeamLink(coordinator.page), 'Kollegans dator');
    await expectShown(colleague.page.getByText(team('sync.synced')));
    phone = await spegla.phone();
    const link = await phoneLink(coordinator.page, 'parents');
    await goTo(colleague.page, `#/${thisYear}/rounds`);
    await phone.page.goto(phone.at(link));
  });
  afterAll(() => spegla.stop());
  afterEach(() => expect(spegla.faults()).toEqual([]));

  const agree = (point: number): string => parents.point('agree4', point);

  test('answers in Swedish, changes to English, and every answer is still there', async () => {
    const { page } = phone;
    await inSwedish(page);
    await expectShown(title(page, surveyTitle(parents.title)));
    await expectShown(page.getByText('Solrosen'));
    await begin(page);
    await option(page, parents.text('p-near'), agree(4)).check();
    await option(page, parents.text('p-hours'), agree(2)).check();
    await next(page, parents.section('goal2'));
    await option(page, parents.text('p-meet-parents'), agree(3)).check();

    await page.getByLabel(answer('language.label')).selectOption('en');
    const { point, text, section } = english.parents;
    await expectShown(title(page, section('goal2')));
    expect(await option(page, text('p-meet-parents'), point('agree4', 3)).isChecked()).toBe(true);
    await button(page, english.answer('frame.back')).click();
    await expectShown(title(page, section('goal1')));
    expect(await option(page, text('p-near'), point('agree4', 4)).isChecked()).toBe(true);
    expect(await option(page, text('p-hours'), point('agree4', 2)).isChecked()).toBe(true);
  });

  test('goes on without a network, back and forth and in either language', async () => {
    const { page, wire } = phone;
    await expectKept(page);
    wire.cut();
    await page.getByLabel(english.answer('language.label')).selectOption('sv');
    await expectShown(title(page, parents.section('goal1')));
    for (const section of ['goal2', 'goal3', 'goal4', 'goal5', 'child', 'open'] as const) {
      await next(page, parents.section(section));
    }
    await page.getByLabel(parents.text('p-good')).fill('Sångstunden på tisdagar');
    await page.goBack();
    await expectShown(title(page, parents.section('child')));
    await page.goForward();
    await next(page, parents.section('background'));
    await button(page, answer('frame.toReview')).click();
    await expectShown(title(page, answer('review.title')));
  });

  test('reviews, mends one answer, and hands in: thanks, and truly waiting for a network', async () => {
    const { page } = phone;
    await expectShown(page.getByText('Sångstunden på tisdagar'));
    const question = parents.text('p-hours');
    await button(page, answer('review.changeItem', { question })).click();
    await option(page, question, agree(3)).check();
    await button(page, answer('frame.backToReview')).click();
    await expectShown(title(page, answer('review.title')));
    await expectGone(page.getByText(agree(2)));
    await handIn(page);
    await expectShown(page.getByText(answer('thanks.waitingPhone')));
    expect(await answersOf(coordinator.page, 'parents', 1).count()).toBe(0);
  });

  test('opens the page again without a network, and it goes out by itself when there is one', async () => {
    const { page, wire } = phone;
    await page.reload();
    await inSwedish(page);
    await expectShown(title(page, surveyTitle(parents.title)));
    await expectShown(page.getByText(answer('thanks.waitingPhone')));
    wire.mend();
    await expectShown(page.getByText(answer('thanks.sent')));
    for (const device of [coordinator, colleague]) {
      await expectShown(answersOf(device.page, 'parents', 1));
    }
  });

  test('a second parent answers on the same phone, and both team devices see it within two seconds', async () => {
    const { page } = phone;
    await answerParents(page, { 'p-near': 4, 'p-welcome': 4 });
    await handIn(page);
    await button(page, answer('thanks.another')).click();
    await expectShown(title(page, surveyTitle(parents.title)));
    await begin(page);
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    await page.goBack();

    await answerParents(page, { 'p-near': 3 });
    await handIn(page);
    await expectShown(page.getByText(answer('thanks.sent')));
    await expectShown(answersOf(coordinator.page, 'parents', 3), soonMs);
    await expectShown(answersOf(colleague.page, 'parents', 3), soonMs);
    await expectShown(coordinator.page.getByText(team('rounds.texts_one')));
  });
});
