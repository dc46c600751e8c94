import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { begin, chooseLanguage, inSwedish } from './answer-steps.ts';
import { thisYear } from './days.ts';
import { expectGone, expectShown } from './expect-shown.ts';
import { a4, goByPanel, paperWork, printed } from './paper-steps.ts';
import { openRound, phoneLink } from './round-steps.ts';
import { createEye } from './see-screen.ts';
import { setupSpegla, type Device, type Spegla } from './setup-spegla.ts';
import { button, goTo, sectionOf, setupCentre } from './team-steps.ts';
import { english, meeting, reflection, results, team } from './texts.ts';

const section = (page: Page) => sectionOf(page, meeting('wording.title'));

/** Chooses a file by its text, as from the device's own files. */
async function load(page: Page, text: string): Promise<void> {
  await section(page)
    .locator('input[type=file]')
    .setInputFiles({ name: 'paket.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

describe('a centre with a wording of its own', () => {
  let spegla: Spegla;
  let device: Device;
  let link = '';
  const mark = meeting('wording.mark', { name: 'Solregionen', version: '2027' });
  beforeAll(async () => {
    spegla = await setupSpegla();
    device = await setupCentre(spegla);
    await goTo(device.page, '#/settings/wording');
  });
  afterAll(() => spegla.stop());
  afterEach(() => expect(spegla.faults()).toEqual([]));

  test('is told everything that is wrong with a file, and nothing is changed', async () => {
    const { page } = device;
    await expectShown(section(page).getByText(meeting('wording.ownWords'), { exact: true }));
    await load(page, '{"spegla": "spegla-text-pack", "v": 1,');
    await expectShown(page.getByText(meeting('wording.fault.notJson')));
    const texts = { sv: { r99: { text: 'x' }, r01: { text: '' } } };
    const file = { spegla: 'spegla-text-pack', v: 1, form: 'reflection', name: '', version: '1' };
    await load(page, JSON.stringify({ ...file, texts }));
    await expectShown(page.getByText(meeting('wording.faultsTitle_other', { count: 3 })));
    await expectShown(page.getByText(meeting('wording.fault.name', { max: 80 })));
    await expectShown(
      page.getByText(
        meeting('wording.fault.unknownItem', {
          item: 'r99',
          language: meeting('wording.language.sv'),
        }),
      ),
    );
    await expectShown(section(page).getByText(meeting('wording.ownWords'), { exact: true }));
  });

  test('begins with the template, looks at what it changes, and takes it into use', async () => {
    const { page } = device;
    const saved = page.waitForEvent('download');
    await button(section(page), meeting('wording.template')).click();
    const template = JSON.parse(await readFile(await (await saved).path(), 'utf8'));
    template.name = 'Solregionen';
    template.version = '2027';
    template.texts.sv.r01.text = 'Vi stöttar familjen att må bra.';
    delete template.texts.en.r01;
    await load(page, JSON.stringify(template));
    await expectShown(page.getByText(meeting('wording.changes_one'), { exact: false }));
    await page.getByText(meeting('wording.show'), { exact: true }).click();
    await expectShown(page.getByText('Vi stöttar familjen att må bra.'));
    const eye = createEye('sv');
    await eye.see(page, 'text-pack');
    expect(eye.found).toEqual([]);
    await button(page, meeting('wording.use', { year: thisYear })).click();
    await expectShown(section(page).getByText(mark));
    // One tap back, and one tap to have it again.
    await button(page, team('parts.undo')).click();
    await expectGone(section(page).getByText(mark));
    await load(page, JSON.stringify(template));
    await button(page, meeting('wording.use', { year: thisYear })).click();
    await expectShown(section(page).getByText(mark));
  });

  test('asks its colleagues in these words: on the phone, in English too, where they are marked as Swedish', async () => {
    await openRound(device.page, 'reflection');
    link = await phoneLink(device.page, 'reflection');
    const phone = await spegla.phone();
    await phone.page.goto(phone.at(link));
    await inSwedish(phone.page);
    await begin(phone.page);
    await expectShown(phone.page.getByText('Vi stöttar familjen att må bra.'));
    expect(await phone.page.getByText(reflection.text('r01')).count()).toBe(0);
    await expectShown(phone.page.getByText(reflection.text('r02')));

    const other = await spegla.phone();
    await other.page.goto(other.at(link));
    await chooseLanguage(other.page, english);
    await begin(other.page, english);
    const foreign = other.page.locator('[lang=sv]').getByText('Vi stöttar familjen att må bra.');
    await expectShown(foreign.or(other.page.locator('[lang=sv]', { hasText: 'Vi stöttar' })));
    await expectShown(other.page.getByText(english.reflection.text('r02')));
  });

  test('meets the words and their name in the meeting, on the wall and on paper', async () => {
    const { page } = device;
    await goTo(page, `#/${thisYear}/dialogue`);
    await button(page, results('dialogue.withoutSpread')).click();
    await expectShown(page.getByText('Vi stöttar familjen att må bra.'));
    await expectShown(page.getByText(mark));
    await page.getByRole('radio').first().check({ force: true });
    await page.getByRole('link', { name: meeting('record.link') }).click();
    const sheet = page.locator('.record-sheet');
    await expectShown(sheet.getByText(mark));
    await expectShown(sheet.getByText('Vi stöttar familjen att må bra.'));
    await expectShown(
      sheet.getByText(meeting('record.position', { words: reflection.point('working6', 6) })),
    );
    expect(await sheet.locator('.record-item').count()).toBe(30);
    const eye = createEye('sv');
    await eye.see(page, 'reflection-record');
    expect(eye.found).toEqual([]);
    const paper = await printed(page);
    expect(paper.size).toEqual(a4);
    expect(paper.pages).toBeLessThanOrEqual(5);
    await goTo(page, `#/${thisYear}/wall`);
    await expectShown(page.getByText(mark));
    await page.keyboard.press('Escape');
    await goByPanel(page, 'reflection', paperWork('share.reflectionForm'));
    await expectShown(page.locator('.form-sheet').getByText(mark));
    await expectShown(button(page, paperWork('print.do')));
  });

  test('keeps the words that were handed out; another choice is for the year after', async () => {
    const { page } = device;
    await goTo(page, '#/settings/wording');
    const year = { year: thisYear, next: thisYear + 1 };
    await expectShown(page.getByText(meeting('wording.locked', year)));
    await button(page, meeting('wording.back')).click();
    await expectShown(section(page).getByText(meeting('wording.ownWords'), { exact: true }));
    await goTo(page, `#/${thisYear}/dialogue`);
    await expectShown(page.getByText('Vi stöttar familjen att må bra.'));
  });
});
