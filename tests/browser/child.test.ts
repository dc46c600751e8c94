import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { inSwedish, title } from './answer-steps.ts';
import { expectGone, expectShown } from './expect-shown.ts';
import { answersOf, openOnTablet, openRound } from './round-steps.ts';
import { setupSpegla, type Device, type Spegla } from './setup-spegla.ts';
import { beginYear, button, createCentre } from './team-steps.ts';
import {
  answerChild,
  face,
  giveTablet,
  leaveTablet,
  openGate,
  practise,
  startChild,
  tapFace,
  tapOn,
  touchFace,
} from './tablet-steps.ts';
import { children, tablet } from './texts.ts';

describe('children at the tablet, without any mailbox', () => {
  let spegla: Spegla;
  let device: Device;
  beforeAll(async () => {
    spegla = await setupSpegla();
    device = await spegla.device({ hasTouch: true });
    await createCentre(device);
    await beginYear(device.page);
    await openRound(device.page, 'children');
    await openOnTablet(device.page, 'children');
  });
  afterAll(() => spegla.stop());
  afterEach(() => expect(spegla.faults()).toEqual([]));

  async function expectNothingMarked(): Promise<void> {
    expect(await device.page.getByRole('radio', { checked: true }).count()).toBe(0);
  }

  test('an adult starts, the child is asked, and a practice question comes first', async () => {
    const { page } = device;
    await inSwedish(page);
    await expectShown(title(page, tablet('child.adultTitle')));
    await button(page, tablet('child.give')).click();
    // What is left out is told beside its question, one by one.
    const group = (words: string) => page.getByRole('group', { name: words });
    await expectShown(group(tablet('child.band')).getByText(tablet('child.bandMissing')));
    await expectShown(group(tablet('child.help')).getByText(tablet('child.helpMissing')));
    await page.getByRole('radio', { name: tablet('child.from4to6'), exact: true }).check();
    await expectGone(page.getByText(tablet('child.bandMissing')));
    await button(page, tablet('child.give')).click();
    await expectShown(group(tablet('child.help')).getByText(tablet('child.helpMissing')));
    await startChild(page);
    await expectShown(page.getByText(children.help('c-practice')));

    // The other face is kindly tried once more.
    await tapFace(page, children.point('yes3', 1));
    await button(page, tablet('child.next')).click();
    await expectShown(page.getByText(tablet('child.again')));
    await expectNothingMarked();
    await practise(page);
  });

  test('three questions, and a double tap is one tap', async () => {
    const { page } = device;
    await expectShown(title(page, children.text('c-feel')));
    await tapFace(page, children.point('feeling3', 3));
    await button(page, tablet('child.next')).dblclick();
    await expectShown(title(page, children.text('c-decide')));
    await expectNothingMarked();
    await tapFace(page, children.point('yes3', 2));
    await tapOn(page, tablet('child.next'), children.text('c-listen'));
    await tapFace(page, children.nonAnswer('yes3', 'declined'));
    await button(page, tablet('child.next')).dblclick();
    await expectShown(title(page, tablet('child.done')));
  });

  test('the next child meets nothing of the one before, not by Back and not by a reload', async () => {
    const { page } = device;
    await tapOn(page, tablet('child.nextChild'), tablet('child.adultTitle'));
    await expectNothingMarked();
    await page.goBack();
    await expectShown(title(page, tablet('child.adultTitle')));
    await expectNothingMarked();

    await startChild(page);
    await practise(page);
    await tapFace(page, children.point('feeling3', 1));
    await page.reload();
    await inSwedish(page);
    await expectShown(title(page, tablet('child.adultTitle')));
    await expectNothingMarked();
    for (const way of ['goBack', 'goForward', 'goBack'] as const) {
      await page[way]();
      await expectShown(title(page, tablet('child.adultTitle')));
      await expectNothingMarked();
    }
    await expectGone(title(page, children.text('c-feel')));
  });

  test('three children in a row, who only tap faces', async () => {
    const { page } = device;
    await startChild(page);
    await touchFace(page, children.point('yes3', 3), children.text('c-feel'));
    await touchFace(page, children.point('feeling3', 2), children.text('c-decide'));
    await touchFace(page, children.point('yes3', 2), children.text('c-listen'));
    await touchFace(page, children.point('yes3', 1), tablet('child.done'));
    await tapOn(page, tablet('child.nextChild'), tablet('child.adultTitle'));
    for (const point of [1]) {
      await startChild(page);
      await practise(page);
      expect(await face(page, children.point('feeling3', 3)).isChecked()).toBe(false);
      await answerChild(page, point);
      await tapOn(page, tablet('child.nextChild'), tablet('child.adultTitle'));
    }
  });

  test('a child that does not want to is thanked as kindly, and not counted', async () => {
    const { page } = device;
    await giveTablet(page);
    await tapOn(page, tablet('child.wantNo'), tablet('child.noThanks'));
    await tapOn(page, tablet('child.nextChild'), tablet('child.adultTitle'));
    await expectNothingMarked();
  });

  test('only an adult finds the way out; three children are counted, and Back leads to no marks', async () => {
    const { page } = device;
    await startChild(page);
    await practise(page);
    await tapFace(page, children.point('feeling3', 1));
    await openGate(page);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('xyz');
    await button(dialog, tablet('tablet.gateOpen')).click();
    await expectShown(dialog.getByText(tablet('tablet.gateWrong')));
    await button(dialog, tablet('tablet.gateStay')).click();
    await expectGone(dialog);

    await leaveTablet(page);
    await expectShown(page.getByRole('link', { name: 'Solrosen' }));
    await page.goBack();
    await expectNothingMarked();
    await page.goto(`${device.wire.origin}/`);
    await expectShown(page.getByRole('link', { name: 'Solrosen' }));
    await page.evaluate((place) => location.assign(place), `#/${new Date().getFullYear()}/rounds`);
    await expectShown(answersOf(page, 'children', 3));
  });
});
