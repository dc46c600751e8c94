import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { thisYear } from './days.ts';
import { expectGone, expectRead, expectShown } from './expect-shown.ts';
import { checkKit, kitWords, typeAskedWords } from './key-steps.ts';
import { readQr } from './read-qr.ts';
import { openRound } from './round-steps.ts';
import { createEye } from './see-screen.ts';
import { setupSpegla, type Device, type Spegla } from './setup-spegla.ts';
import { button, goTo, join, makeTeamLink, sectionOf, setupCentre } from './team-steps.ts';
import { keys, team } from './texts.ts';

describe('the kit and the team’s devices', () => {
  let spegla: Spegla;
  let office: Device;
  let words: readonly string[];
  let kitLink: string;
  beforeAll(async () => {
    spegla = await setupSpegla();
    office = await setupCentre(spegla, 'Solrosen');
  });
  afterAll(() => spegla.stop());
  afterEach(() => {
    // The browser itself reports the requests of a device that is refused.
    const faults = spegla.faults().filter((fault) => !fault.includes('status of 401'));
    expect(faults).toEqual([]);
  });

  test('before the first round the kit is printed, and three of its words typed from the paper', async () => {
    const { page } = office;
    await goTo(page, `#/${thisYear}/rounds`);
    const section = sectionOf(page, team('forms.parents'));
    await button(section, team('rounds.plan.parents')).click();
    await expectShown(section.getByText(keys('check.title')));
    await createEyeOf(page, 'kit-first');
    words = await kitWords(section);
    expect(words).toHaveLength(27);
    kitLink = (await readQr(section.getByRole('img', { name: keys('sheet.qr') }))) ?? '';
    expect(kitLink).toMatch(/index\.html#kit\.1\./u);
    await createEyeOf(page, 'kit-sheet');
    await button(section, keys('kit.printed')).click();
    await expectGone(section.getByText(words[4] ?? '', { exact: true }));

    await typeAskedWords(
      section,
      words.map(() => 'kvarn'),
    );
    await expectShown(section.getByText(/stämmer inte med reservnyckeln/u));
    await typeAskedWords(section, words);
    await expectShown(section.getByLabel(team('rounds.opens'), { exact: true }));
    await button(section, team('parts.cancel')).click();
    await openRound(page, 'parents');
  });

  test('only the sheet goes to the printer', async () => {
    const { page } = office;
    await goTo(page, '#/settings');
    await kitWords(sectionOf(page, keys('kit.title')));
    await page.emulateMedia({ media: 'print' });
    const shown = await page.evaluate(() =>
      (document.body.innerText ?? '').split('\n').filter((line) => line.trim() !== ''),
    );
    expect(shown[0]).toBe(keys('sheet.title'));
    expect(shown.join(' ')).not.toContain(team('settings.centre'));
    expect(shown.join(' ')).not.toContain(keys('kit.print'));
    const pages = await page.pdf({ format: 'A4' }).then((pdf) => pdf.toString('latin1'));
    expect(pages.match(/\/Type \/Page\b/gu)).toHaveLength(1);
    await page.emulateMedia({ media: 'screen' });
    await button(page, keys('kit.hide')).click();
  });

  test('a device is disconnected with the paper alone, says so kindly, and gets nothing new', async () => {
    const { page } = office;
    const leaver = await spegla.device();
    await join(leaver, await makeTeamLink(page), 'Annas dator');
    await expectShown(leaver.page.getByText(team('sync.synced')));

    const officeName = team('create.deviceDefault');
    const warning = leaver.page.getByText(keys('devices.holdsKitTitle'));
    await goTo(leaver.page, '#/settings');
    await button(leaver.page, keys('devices.revokeOf', { name: officeName })).click();
    await expectShown(warning);
    await createEyeOf(leaver.page, 'revoke-kit');

    await goTo(page, '#/settings');
    await button(page, keys('kit.remove')).click();
    await button(page.getByRole('dialog'), keys('kit.removeDo')).click();
    await expectShown(page.getByText(keys('kit.onlyPaper')));
    await expectGone(warning);

    await button(page, keys('devices.revokeOf', { name: 'Annas dator' })).click();
    const dialog = page.getByRole('dialog');
    await expectShown(dialog.getByText(keys('devices.revokePoints.rounds')));
    await createEyeOf(page, 'revoke');
    await button(dialog, keys('devices.revoke')).click();
    await dialog.getByLabel(keys('entry.words')).fill(words.with(2, 'qvast').join(' '));
    await createEyeOf(page, 'revoke-words');
    await button(dialog, keys('prompt.next')).click();
    await expectShown(
      dialog.getByText(keys('entry.error.unknownWord', { place: 3, word: 'qvast' })),
    );
    await dialog.getByLabel(keys('entry.words')).fill(words.join(' ').toUpperCase());
    await button(dialog, keys('prompt.next')).click();
    await expectShown(page.getByText(keys('devices.revokeDone', { name: 'Annas dator' })));
    await expectShown(page.getByText(keys('devices.former')));
    await createEyeOf(page, 'devices');

    await expectShown(leaver.page.getByText(keys('revoked.title')));
    await createEyeOf(leaver.page, 'revoked');
    await goTo(page, '#/settings');
    const name = page.getByLabel(team('create.name'), { exact: true });
    await name.fill('Solrosen efteråt');
    await name.blur();
    await expectShown(page.getByRole('link', { name: 'Solrosen efteråt' }));
    await leaver.page.reload();
    await expectShown(leaver.page.getByText(keys('revoked.title')));
    await expectGone(leaver.page.getByText('Solrosen efteråt'));
  });

  test('a lost centre comes back from the scanned paper, whose secret leaves the address bar at once', async () => {
    const found = await spegla.device();
    const { page } = found;
    await page.goto(found.at(kitLink));
    await expectRead(() => page.evaluate(() => location.hash), '#/restore');
    await expectShown(page.getByText(keys('entry.scanned')));
    await createEyeOf(page, 'restore');
    // Who cancels leaves nothing behind in the tab; what is typed instead is kept from the browser's helpers.
    await page.getByRole('link', { name: team('parts.cancel') }).click();
    await expectGone(page.getByText(keys('entry.scanned')));
    await goTo(page, '#/restore');
    const typed = page.getByLabel(keys('entry.words'));
    await expectRead(() => typed.inputValue(), '');
    for (const [attribute, value] of [
      ['autocomplete', 'off'],
      ['spellcheck', 'false'],
      ['autocapitalize', 'none'],
    ] as const) {
      expect(await typed.getAttribute(attribute)).toBe(value);
    }
    await goTo(page, '#/start');
    await page.goto(found.at(kitLink));
    await expectShown(page.getByText(keys('entry.scanned')));
    await page.getByLabel(team('create.device'), { exact: true }).fill('Nya datorn');
    await button(page, keys('restore.submit')).click();
    await expectShown(
      page.getByRole('heading', { name: keys('restore.doneTitle', { name: 'Solrosen efteråt' }) }),
    );
    await page.getByText(team('create.deviceDefault'), { exact: true }).click();
    await createEyeOf(page, 'restored');
    await button(page, keys('restore.lostDo_one')).click();
    await expectShown(page.getByText(keys('restore.lostDone_one')));
    await expectShown(office.page.getByText(keys('revoked.title')));
    await goTo(page, `#/${thisYear}/rounds`);
    await expectShown(
      sectionOf(page, team('forms.parents')).getByText(team('rounds.answers_zero')),
    );

    await goTo(page, '#/handover');
    await expectShown(page.getByText(keys('handover.todoConnect')));
    await createEyeOf(page, 'handover');
  });

  test('the words work as well, from a file, and say which one is wrong', async () => {
    const other = await setupCentre(spegla, 'Ängen');
    const paper = await checkKit(other.page);
    const found = await spegla.device();
    const { page, wire } = found;
    await page.goto(`${wire.origin}/`);
    await page.getByRole('link', { name: keys('restore.way') }).click();
    await expectShown(page.getByText(team('settings.mailboxFound')));
    await page.getByLabel(team('create.device'), { exact: true }).fill('Nya datorn');
    const field = page.getByLabel(keys('entry.words'));
    await field.fill(paper.slice(0, 26).join(' '));
    await expectShown(page.getByText(keys('entry.counted_other', { count: 26 })));
    await button(page, keys('restore.submit')).click();
    await expectShown(page.getByText(keys('entry.error.count_other', { count: 26 })));
    await createEyeOf(page, 'restore-words');
    await field.fill(paper.map((word) => word.slice(0, 4)).join('\n'));
    const mailbox = page.getByLabel(keys('restore.mailbox'));
    await expectRead(() => mailbox.inputValue(), wire.origin);
    await mailbox.fill('');
    await button(page, keys('restore.submit')).click();
    await expectShown(page.getByText(keys('restore.error.needsPlace')));
    await mailbox.fill(wire.origin);
    await button(page, keys('restore.submit')).click();
    await expectShown(
      page.getByRole('heading', { name: keys('restore.doneTitle', { name: 'Ängen' }) }),
    );
  });

  async function createEyeOf(page: Device['page'], name: string): Promise<void> {
    const eye = createEye('sv');
    await eye.see(page, name);
    expect(eye.found).toEqual([]);
  }
});
