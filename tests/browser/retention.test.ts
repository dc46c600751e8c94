import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { parentsAnswer } from './custody-steps.ts';
import { dayFromToday, thisYear } from './days.ts';
import { expectGone, expectShown } from './expect-shown.ts';
import { answersOf, closeRound, openRound, phoneLink } from './round-steps.ts';
import { createEye } from './see-screen.ts';
import { setupSpegla, type Device, type Spegla } from './setup-spegla.ts';
import { button, goTo, join, makeTeamLink, sectionOf, setupCentre } from './team-steps.ts';
import { custody, formats, results, team } from './texts.ts';

describe('a coordinator purges', () => {
  let spegla: Spegla;
  let office: Device;
  let colleague: Device;
  const eye = createEye('sv');
  const what = `${team('forms.parents')} ${thisYear}`;
  beforeAll(async () => {
    spegla = await setupSpegla();
    office = await setupCentre(spegla);
    await openRound(office.page, 'parents');
    const link = await phoneLink(office.page, 'parents');
    colleague = await spegla.device();
    await join(colleague, await makeTeamLink(office.page), 'Kollegans dator');
    await expectShown(colleague.page.getByText(team('sync.synced')));
    await parentsAnswer(spegla, link, 12);
    await goTo(office.page, `#/${thisYear}/rounds`);
    await expectShown(answersOf(office.page, 'parents', 12));
    await closeRound(office.page, 'parents', '40');
  });
  afterAll(() => spegla.stop());
  afterEach(() => expect(spegla.faults()).toEqual([]));

  /** What the charts' tables say, and so what a purge must not change. */
  async function tablesOf({ page }: Device): Promise<readonly string[]> {
    await goTo(page, `#/${thisYear}/results`);
    await expectShown(page.getByRole('heading', { name: results('title', { year: thisYear }) }));
    const parents = page.locator('#results-parents');
    await expectShown(parents);
    return parents.locator('table').allTextContents();
  }

  test('the day reminds on the overview, and deletes nothing', async () => {
    const { page } = office;
    await goTo(page, '#/retention');
    const day = page.getByLabel(custody('retention.dayOf', { what }));
    await day.fill(dayFromToday(-3));
    await day.blur();
    const due = custody('retention.due', { day: formats.day(dayFromToday(-3)) });
    await expectShown(page.getByText(due));
    await eye.see(page, 'retention');
    await goTo(page, `#/${thisYear}`);
    await expectShown(page.getByText(custody('retention.remind_one', { what })));
    await eye.see(page, 'overview-remind');
  });

  test('what goes and what stays is said and asked about, and afterwards the charts are as they were', async () => {
    const { page } = office;
    const before = await tablesOf(office);
    expect(before.length).toBeGreaterThan(5);
    await goTo(page, `#/${thisYear}/purge/parents`);
    await expectShown(page.getByText(custody('purge.goneAnswers_other', { count: 12 })));
    await expectShown(page.getByText(custody('purge.check.closedOk')));
    await expectShown(page.getByText(custody('purge.check.adminOk')));
    await eye.see(page, 'purge');
    await button(page, custody('purge.open')).click();
    const dialog = page.getByRole('dialog');
    await expectShown(dialog.getByText(custody('purge.askText_other', { count: 12 })));
    // Late answers may still come: that is a warning, so the word is asked for.
    await expect.poll(() => button(dialog, custody('purge.do')).isDisabled()).toBe(true);
    await eye.see(page, 'purge-ask');
    const word = custody('purge.word');
    await dialog.getByLabel(custody('purge.confirm', { word })).fill(word.toLowerCase());
    await button(dialog, custody('purge.do')).click();
    await expectShown(page.getByText(custody('purge.doneText')));
    await eye.see(page, 'purge-done');

    expect(await tablesOf(office)).toEqual(before);
    await expectGone(page.getByText(results('quotes.title')));
    expect(await tablesOf(colleague)).toEqual(before);
    await goTo(page, `#/${thisYear}/rounds`);
    const section = sectionOf(page, team('forms.parents'));
    await expectShown(section.getByText(custody('retention.purgedHere_other', { count: 12 })));
    await eye.see(page, 'rounds-purged');
  });

  test('the log says what went, and when', async () => {
    const { page } = colleague;
    await goTo(page, '#/retention');
    const row = page.locator('#purge-log').getByRole('row').filter({ hasText: what });
    await expectShown(row.getByText(formats.day(dayFromToday(0))));
    await eye.see(page, 'retention-log');
  });

  test('the whole centre is deleted for everyone, by its name, and the others are told kindly', async () => {
    const { page } = office;
    await goTo(page, '#/settings');
    await button(page, custody('remove.open')).click();
    const dialog = page.getByRole('dialog');
    await eye.see(page, 'delete-centre');
    await dialog.getByLabel(custody('remove.confirm')).fill('Maskrosen');
    await button(dialog, custody('remove.do')).click();
    await expectShown(dialog.getByText(custody('remove.wrong')));
    await dialog.getByLabel(custody('remove.confirm')).fill('Solrosen');
    await button(dialog, custody('remove.do')).click();
    await expectShown(page.getByText(custody('remove.done', { name: 'Solrosen' })));

    const other = colleague.page;
    await expectShown(other.getByRole('heading', { name: custody('gone.title'), level: 1 }));
    await eye.see(other, 'gone');
    const saving = other.waitForEvent('download');
    await button(other, team('settings.fileSave')).click();
    await saving;
    await button(other, custody('gone.remove')).click();
    await button(other.getByRole('dialog'), custody('gone.remove')).click();
    await expectShown(other.getByRole('link', { name: team('start.create'), exact: true }));
    for (const { faults } of [office, colleague]) faults.splice(0, Infinity); // Refused requests.
  });

  test('every screen is found without fault by who cannot see it', () => {
    expect(eye.found).toEqual([]);
  });
});
