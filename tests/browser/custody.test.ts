import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { answerParents, expectKept, handIn, inSwedish } from './answer-steps.ts';
import { parentsAnswer } from './custody-steps.ts';
import { thisYear } from './days.ts';
import { expectGone, expectShown } from './expect-shown.ts';
import { answersOf, closeRound, openOnTablet, openRound, phoneLink } from './round-steps.ts';
import { createEye } from './see-screen.ts';
import { setupSpegla, type Device, type Spegla } from './setup-spegla.ts';
import { leaveTablet } from './tablet-steps.ts';
import { backOnline, button, expectInstalled, goTo, sectionOf, setupCentre } from './team-steps.ts';
import { answer, custody, team } from './texts.ts';

describe('what a device has collected', () => {
  let spegla: Spegla;
  let device: Device;
  const eye = createEye('sv');
  beforeAll(async () => {
    spegla = await setupSpegla();
    device = await setupCentre(spegla);
    await openRound(device.page, 'parents');
    // The way back from the tablet is gone without a network, so the team's page must be kept whole by then.
    await expectInstalled(device.page);
  });
  afterAll(() => spegla.stop());
  afterEach(() => expect(spegla.faults()).toEqual([]));

  const rounds = `#/${thisYear}/rounds`;

  test('is shown on the device, with what waits and a file of it', async () => {
    const { page, wire } = device;
    await openOnTablet(page, 'parents');
    await inSwedish(page);
    await expectKept(page);
    wire.cut();
    await answerParents(page, { 'p-near': 4, 'p-hours': 3 }, { 'p-good': 'Fikat' });
    await handIn(page);
    await button(page, answer('thanks.nextPerson')).click();
    await inSwedish(page);
    await leaveTablet(page);

    await page.getByRole('link', { name: custody('collected.line') }).click();
    await expectShown(page.getByRole('heading', { name: custody('collected.title') }));
    await expectShown(page.getByText(custody('collected.here_one', { count: 1 }), { exact: true }));
    await expectShown(page.getByText(custody('collected.waiting_other', { count: 2 })));
    await eye.see(page, 'custody-waiting');
    const saving = page.waitForEvent('download');
    await button(page, custody('collected.saveFile')).click();
    const file = await readFile(await (await saving).path(), 'utf8');
    expect(file.trim().split('\n')).toHaveLength(3);
    expect(file).toContain('"kind":"answer"');

    await backOnline(device);
    await expectShown(page.getByText(custody('collected.allSent')));
    await eye.see(page, 'custody-sent');
  });

  test('is told to the coordinator by each tablet, and is not taken for all on the closing day', async () => {
    const { page } = device;
    await goTo(page, rounds);
    const section = sectionOf(page, team('forms.parents'));
    await expectShown(section.getByText(custody('kiosks.title')));
    await expectShown(
      section.getByText(
        `${custody('kiosks.name', { number: 1 })}: ${custody('kiosks.collected_one', { count: 1 })}, ${custody('kiosks.waiting_zero')}`,
      ),
    );
    await eye.see(page, 'rounds-kiosks');
  });

  test('can be set aside by the hours it came in, and counted again', async () => {
    const { page } = device;
    const link = await phoneLink(page, 'parents');
    await parentsAnswer(spegla, link, 11);
    await goTo(page, rounds);
    await expectShown(answersOf(page, 'parents', 12));
    await page
      .getByRole('link', { name: `${custody('arrivals.link')}: ${team('forms.parents')}` })
      .click();
    await expectShown(page.getByRole('heading', { name: custody('arrivals.title') }));
    await eye.see(page, 'arrivals');
    const first = page.getByLabel(custody('arrivals.from'), { exact: true });
    const last = page.getByLabel(custody('arrivals.to'), { exact: true });
    await first.selectOption('0');
    await last.selectOption({ index: (await last.locator('option').count()) - 1 });
    const all = button(page, custody('arrivals.do_other', { count: 12 }));
    await all.click();
    await expectShown(page.getByText(custody('arrivals.whyError')));
    await page
      .getByLabel(custody('arrivals.why'), { exact: true })
      .fill('Samma svar om och om igen');
    await all.click();
    await expectShown(page.getByText('Samma svar om och om igen'));
    await eye.see(page, 'arrivals-aside');

    await goTo(page, `#/${thisYear}/results`);
    const parents = page.locator('#results-parents');
    await expectShown(parents.getByText(custody('aside.note_other', { count: 12 })));
    await goTo(page, rounds);
    await expectShown(page.getByText(custody('aside.note_other', { count: 12 })));
    await page
      .getByRole('link', { name: `${custody('arrivals.link')}: ${team('forms.parents')}` })
      .click();
    await page.getByRole('button', { name: custody('aside.back') }).click();
    await expectShown(page.getByText(custody('aside.backDone')));
    await goTo(page, rounds);
    await expectShown(answersOf(page, 'parents', 12));
    await expectGone(page.getByText(custody('aside.note_other', { count: 12 })));
  });

  test('says of a closed round what the tablets have said since', async () => {
    const { page } = device;
    await closeRound(page, 'parents');
    await expectShown(page.getByText(custody('kiosks.silent_one', { count: 1 })));
    await eye.see(page, 'rounds-closed');
  });

  test('is found without fault by who cannot see it', () => {
    expect(eye.found).toEqual([]);
  });
});
