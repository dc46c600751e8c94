import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { expectGone, expectRead, expectShown } from './expect-shown.ts';
import { passKitCheck } from './key-steps.ts';
import { goByPanel, paperWork } from './paper-steps.ts';
import { answersOf, closeRound, openRound } from './round-steps.ts';
import { createEye } from './see-screen.ts';
import { setupSpegla, type Device, type Spegla } from './setup-spegla.ts';
import { backOnline, button, expectInstalled, goTo, sectionOf, setupCentre } from './team-steps.ts';
import { dayFromToday, thisYear } from './days.ts';
import { formats, parents, team } from './texts.ts';

describe('staff enter what was answered on paper', () => {
  let spegla: Spegla;
  let device: Device;
  beforeAll(async () => {
    spegla = await setupSpegla();
    device = await setupCentre(spegla, 'Solrosen');
    await openRound(device.page, 'parents');
    await openRound(device.page, 'reflection');
    await expectInstalled(device.page);
  });
  afterAll(() => spegla.stop());
  afterEach(() => expect(spegla.faults()).toEqual([]));

  /** The question that the keys are in now. */
  async function expectAt(question: string): Promise<void> {
    await expectRead(
      () =>
        device.page.evaluate(
          () =>
            document.activeElement?.closest<HTMLElement>('[data-question]')?.dataset['question'],
        ),
      question,
    );
  }

  test('ten papers by keyboard alone, offline, arrive as ten answers', async () => {
    const { page, wire } = device;
    await goByPanel(page, 'parents', paperWork('share.entry'));
    wire.cut();
    await expectAt('p-near');
    for (let number = 1; number <= 10; number += 1) {
      // As each paper has it: sixteen crosses, a text to pass by, and a gender.
      for (let item = 0; item < 16; item += 1) {
        await page.keyboard.press(String(1 + ((item + number) % 6)));
      }
      await expectAt('p-good');
      if (number === 3) await page.keyboard.type('Sångstunden');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('1');
      await expectAt('p-services');
      await page.keyboard.press('Enter');
      const count = number === 1 ? 'today_one' : 'today_other';
      await expectShown(page.getByText(paperWork(`entry.${count}`, { count: number })));
      await expectAt('p-near');
    }
    await backOnline(device);
    await goTo(page, `#/${thisYear}/rounds`);
    await expectShown(answersOf(page, 'parents', 10));
    await expectShown(sectionOf(page, team('forms.parents')).getByText(team('rounds.texts_one')));
  });

  test('the last one is taken back into the form, put right and entered again', async () => {
    const { page } = device;
    await goByPanel(page, 'parents', paperWork('share.entry'));
    await expectAt('p-near');
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await expectShown(page.getByText(paperWork('entry.done', { what: '1 fråga besvarad' })));
    await page.keyboard.press('2'); // The next has been begun.
    await button(page, paperWork('entry.takeBack')).click();
    await expectShown(page.getByText(paperWork('entry.takenBackParked')));
    await expectAt('p-near');
    const near = page.getByRole('radiogroup', { name: parents.text('p-near') });
    const first = near.getByRole('radio').first();
    expect(await first.isChecked()).toBe(true);
    await page.keyboard.press('0');
    await expectRead(() => first.isChecked(), false);
    await page.keyboard.press('4');
    await page.keyboard.press('Enter');
    await expectRead(() => near.getByRole('radio').nth(1).isChecked(), true); // What was begun is back.
    await button(page, paperWork('entry.clear')).click();
    await expectAt('p-near'); // Until then, Enter is the button's.
    await page.keyboard.press('Enter');
    await expectShown(page.getByText(paperWork('entry.why.empty')));
    await goTo(page, `#/${thisYear}/rounds`);
    await expectShown(answersOf(page, 'parents', 11));
  });

  test('as fast as the fingers go: no key is lost while the one before is sealed', async () => {
    const { page } = device;
    await goByPanel(page, 'parents', paperWork('share.entry'));
    await expectAt('p-near');
    // Faster than anything is shown: all keys of a paper and the first of the next before a frame comes.
    await page.evaluate(async () => {
      for (const key of ['1', '2', '3', 'Enter', '1', '2']) {
        const pressed = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
        document.activeElement?.dispatchEvent(pressed);
        // As after a real key, what waits for the end of the task has its turn.
        for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
      }
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    });
    await expectShown(page.getByText(paperWork('entry.done', { what: '3 frågor besvarade' })));
    // What is drawn a moment later does not take the fingers back to the top.
    await expectAt('p-welcome');
    for (const key of ['3', 'Enter']) await page.keyboard.press(key);
    for (let number = 2; number < 4; number += 1) {
      for (const key of ['1', '2', '3', 'Enter']) await page.keyboard.press(key);
    }
    await expectShown(page.getByText(paperWork('entry.done', { what: '3 frågor besvarade' })));
    await goTo(page, `#/${thisYear}/rounds`);
    await expectShown(answersOf(page, 'parents', 15));
  });

  test('by touch, and the self-reflection’s too', async () => {
    const { page } = device;
    await goByPanel(page, 'reflection', paperWork('share.entryReflection'));
    const stops = page.getByRole('radiogroup').first().getByRole('radio');
    expect(await stops.count()).toBe(8);
    await stops.nth(4).check();
    await button(page, paperWork('entry.giveLabel')).click();
    await expectShown(page.getByText(paperWork('entry.today_one')));
    // With the keys alone: a mark, the comment beside it, and back to the marks.
    await expectRead(() => stops.first().evaluate((one) => one === document.activeElement), true);
    await page.keyboard.press('k');
    await page.keyboard.type('Kryss 3 betyder inget här');
    await page.keyboard.press('Escape');
    await page.keyboard.press('2');
    await page.keyboard.press('Enter');
    const texts = paperWork('entry.texts_one', { count: 1 });
    await expectShown(page.getByText(texts, { exact: false }));
    // The next paper begins folded and empty.
    await expectRead(() => page.locator('.entry-comment[open]').count(), 0);
    await goTo(page, `#/${thisYear}/rounds`);
    await expectShown(answersOf(page, 'reflection', 2));
  });

  test('on screens that everyone can use', async () => {
    const { page } = device;
    const eye = createEye('sv');
    await goByPanel(page, 'parents', paperWork('share.entry'));
    await eye.see(page, 'paper-entry');
    await goByPanel(page, 'reflection', paperWork('share.entryReflection'));
    await eye.see(page, 'paper-entry-reflection');
    expect(eye.found).toEqual([]);
  });

  test('papers that turn up after the closing too, and how many families came is put right', async () => {
    const { page } = device;
    await closeRound(page, 'parents', '80');
    const section = sectionOf(page, team('forms.parents'));
    const answers = team('rounds.answers_other', { count: 15 });
    await expectShown(section.getByText(team('rounds.families_other', { answers, count: 80 })));
    await button(section, paperWork('families.change')).click();
    await section.getByLabel(team('rounds.familiesAsk')).fill('75');
    await button(section, paperWork('families.save')).click();
    await expectShown(section.getByText(team('rounds.families_other', { answers, count: 75 })));
    await goByPanel(page, 'parents', paperWork('share.entry'));
    await expectShown(page.getByText(paperWork('entry.state.late')));
    await expectShown(button(page, paperWork('entry.giveLabel')));
  });

  test('nothing before a round has opened, and the panel says from when', async () => {
    const other = await setupCentre(spegla, 'Lingonet');
    const opens = dayFromToday(3);
    await goTo(other.page, `#/${thisYear}/rounds`);
    const section = sectionOf(other.page, team('forms.parents'));
    await button(section, team('rounds.plan.parents')).click();
    await passKitCheck(section);
    const later = section.getByRole('button', { name: team('rounds.planNow') });
    await section.getByLabel(team('rounds.opens'), { exact: true }).fill(opens);
    await section.getByLabel(team('rounds.closes'), { exact: true }).fill(dayFromToday(20));
    await later.click();
    await expectShown(section.getByRole('link', { name: team('rounds.poster') }));
    await expectGone(section.getByRole('link', { name: team('rounds.tablet') }));
    await expectGone(section.getByRole('link', { name: paperWork('share.entry') }));
    const day = formats.day(opens);
    await expectShown(section.getByText(paperWork('share.tabletLater', { day })));
    await expectShown(section.getByText(paperWork('share.paperLater', { day })));
  });
});
