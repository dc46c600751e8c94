import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { chooseLanguage, inSwedish } from './answer-steps.ts';
import { dayFromToday, thisYear } from './days.ts';
import { expectGone, expectRead, expectShown, soonMs } from './expect-shown.ts';
import { changeHands, reflect, type Colleague } from './meeting-steps.ts';
import { openOnTablet, openRound, phoneLink } from './round-steps.ts';
import { setupSpegla, type Device, type Spegla } from './setup-spegla.ts';
import { leaveTablet } from './tablet-steps.ts';
import {
  backOnline,
  button,
  expectInstalled,
  goTo,
  join,
  makeTeamLink,
  setupCentre,
} from './team-steps.ts';
import { answer, english, meeting, reflection, results, swedish, team } from './texts.ts';

const word = (point: number): string => reflection.point('working6', point);

/** r01 divides two camps, r02 one lone voice, r03 is agreed on by all, r21 is about the kurator. */
const nine: readonly Colleague[] = [
  { marks: { r01: 6, r02: 5, r03: 5, r21: 4 }, comments: { r01: 'Det fungerar hos oss på BVC' } },
  { marks: { r01: 6, r02: 5, r03: 5, r21: 4 } },
  { marks: { r01: 6, r02: 5, r03: 5, r21: 3 }, comments: { r01: 'Olika mellan husen' } },
  { marks: { r01: 6, r02: 5, r03: 5, r21: 4 } },
  { marks: { r01: 2, r02: 5, r03: 5, r21: 4 } },
  { marks: { r01: 2, r02: 5, r03: 5, r21: 4 } },
  { marks: { r01: 2, r02: 5, r03: 5, r21: 4 } },
  { marks: { r01: 2, r02: 5, r03: 5, r21: 4 }, comments: { r02: 'Vi kan mer' } },
  { marks: { r01: 2, r02: 1, r03: 5, r21: 3 } },
];

describe('a team of nine: three on the staff-room tablet, six on their phones', () => {
  let spegla: Spegla;
  let office: Device;
  let other: Device;
  let place = '';
  const heading = (page: Page, item: string) =>
    page.getByRole('heading', { name: reflection.heading(item), exact: true });
  const stop = (page: Page, point: number) =>
    page.getByRole('radio', { name: new RegExp(`^${word(point)}(?:\\s*,|$)`, 'u') });

  beforeAll(async () => {
    spegla = await setupSpegla();
    office = await setupCentre(spegla);
    await openRound(office.page, 'reflection');
    other = await spegla.device();
    await join(other, await makeTeamLink(office.page), 'Surfplattan');
    await expectShown(other.page.getByText(team('sync.synced')));
    place = `#/${thisYear}/dialogue`;
  });
  afterAll(() => spegla.stop());
  afterEach(() => expect(spegla.faults()).toEqual([]));

  test('each marks alone, on a phone or on the tablet that is handed over', async () => {
    const link = await phoneLink(office.page, 'reflection');
    for (const colleague of nine.slice(3)) {
      const phone = await spegla.phone();
      await phone.page.goto(phone.at(link));
      await inSwedish(phone.page);
      await reflect(phone.page, colleague);
      await expectShown(phone.page.getByText(answer('thanks.sent')));
      await phone.context.close();
    }
    const { page } = office;
    await openOnTablet(page, 'reflection');
    for (const [turn, colleague] of nine.slice(0, 3).entries()) {
      // A shared tablet keeps a team's language from one to the next.
      if (turn === 0) await inSwedish(page);
      else await changeHands(page);
      await reflect(page, colleague);
    }
    await leaveTablet(page);
  }, 400_000);

  test('sees how many of nine have handed in, and nothing of what they said', async () => {
    await goTo(office.page, place);
    const invited = office.page.getByLabel(meeting('count.invited'), { exact: true });
    await invited.fill('9');
    await invited.blur();
    await goTo(other.page, place);
    for (const { page } of [office, other]) {
      const words = meeting('count.invitedOf_other', { count: 9, invited: 9 });
      await expectShown(page.getByText(words, { exact: true }));
      expect(await page.getByText('Olika mellan husen').count()).toBe(0);
    }
    // The wall says the same, large, and takes the meeting nowhere before it has begun.
    await goTo(other.page, `#/${thisYear}/wall`);
    await expectShown(other.page.getByText(meeting('wall.waiting')));
    expect(await other.page.locator('.plot').count()).toBe(0);
    await other.page.keyboard.press('ArrowRight');
    await expectShown(other.page.getByText(meeting('wall.waiting')));
    await other.page.keyboard.press('Escape');
    await expectShown(other.page.getByText(meeting('count.invited'), { exact: true }));
  });

  test('reveals once; what all agree on is settled in one tap and can be undone', async () => {
    const { page } = office;
    await button(page, results('dialogue.reveal')).click();
    const agreed = results('dialogue.unanimous_one', { count: 1, total: 30 });
    await expectShown(page.getByRole('heading', { name: agreed }));
    await button(page, results('dialogue.take_one')).click();
    await expectShown(heading(page, 'r01'));
    await expectShown(page.getByText(results('dialogue.left_other', { count: 29 })));
    await button(page, team('parts.undo')).click();
    await expectShown(page.getByText(results('dialogue.left_other', { count: 30 })));
    await button(page, results('dialogue.previous')).click();
    await button(page, results('dialogue.take_one')).click();
    await expectShown(heading(page, 'r01'));
  });

  test('talks about the most divided first, with every comment and no name', async () => {
    const { page } = office;
    for (const comment of ['Det fungerar hos oss på BVC', 'Olika mellan husen']) {
      await expectShown(page.getByRole('listitem').filter({ hasText: comment }));
    }
    expect(await page.getByText('Vi kan mer').count()).toBe(0);
    await stop(page, 4).check({ force: true });
    await button(page, results('dialogue.next')).click();
    await expectShown(heading(page, 'r02'));
    await expectShown(page.getByText('Vi kan mer'));
  });

  test('goes on where it was after a reload, and area by area if it likes', async () => {
    const { page } = office;
    await page.reload();
    await expectShown(heading(page, 'r02'));
    await button(page, meeting('order.area')).click();
    await expectShown(heading(page, 'r02'));
    await button(page, results('dialogue.next')).click();
    await expectShown(heading(page, 'r03'));
    await button(page, meeting('order.divided')).click();
    await page.getByText(results('dialogue.overview'), { exact: true }).click();
    await page
      .getByRole('button', { name: reflection.heading('r21') })
      .first()
      .click();
    await expectShown(page.getByText(meeting('first.socialServices')));
  });

  test('a position that is changed keeps what it was, for whoever sees the statement', async () => {
    await goTo(other.page, place);
    const { page } = other;
    await page.getByText(results('dialogue.overview'), { exact: true }).click();
    await page
      .getByRole('button', { name: reflection.heading('r01') })
      .first()
      .click();
    await expectRead(() => stop(page, 4).isChecked(), true, soonMs);
    await stop(page, 3).check({ force: true });
    const before = page.locator('.statement-past p');
    await expectRead(async () => (await before.textContent())?.endsWith(word(4)), true);
    await page.getByText(meeting('past.chain_one', { count: 1 }), { exact: true }).click();
    await expectShown(page.getByText(meeting('past.mark', { words: word(4) }), { exact: false }));
  });

  test('two tablets without a network: different statements just meet, the same one is settled here', async () => {
    for (const { page } of [office, other]) await expectInstalled(page);
    const show = async (page: Page, item: string): Promise<void> => {
      await page.reload();
      const list = page.getByText(results('dialogue.overview'), { exact: true });
      await list.click();
      await page
        .getByRole('button', { name: reflection.heading(item) })
        .first()
        .click();
      await expectShown(heading(page, item));
    };
    office.wire.cut();
    other.wire.cut();
    await show(office.page, 'r02');
    await stop(office.page, 5).check({ force: true });
    await show(other.page, 'r02');
    await stop(other.page, 2).check({ force: true });
    await show(office.page, 'r05');
    await stop(office.page, 6).check({ force: true });
    await show(other.page, 'r06');
    await stop(other.page, 1).check({ force: true });
    await backOnline(office);
    await backOnline(other);
    for (const { page } of [office, other]) {
      await show(page, 'r05');
      await expectRead(() => stop(page, 6).isChecked(), true);
      await show(page, 'r06');
      await expectRead(() => stop(page, 1).isChecked(), true);
      await show(page, 'r02');
      await expectShown(page.getByText(meeting('contestedTitle')));
      expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    }
    await button(office.page, `${team('settle.choose')}: ${word(5)}`).click();
    for (const { page } of [office, other]) {
      await expectGone(page.getByText(meeting('contestedTitle')));
      await expectRead(() => stop(page, 5).isChecked(), true);
    }
  });

  test('the wall shows the same meeting, led by the arrow keys alone', async () => {
    const wall = await spegla.device({ viewport: { width: 1440, height: 900 } });
    await join(wall, await makeTeamLink(office.page), 'Väggen');
    await expectShown(wall.page.getByText(team('sync.synced')));
    const { page } = wall;
    await goTo(page, `#/${thisYear}/wall`);
    await expectShown(button(page, meeting('wall.next')));
    expect(await page.getByRole('button').count()).toBe(2);
    expect(await page.getByRole('link').count()).toBe(0);
    const shown = () => page.getByRole('heading', { level: 1 }).textContent();
    const first = await shown();
    await page.keyboard.press('ArrowRight');
    await expectRead(async () => (await shown()) !== first, true);
    await page.keyboard.press('ArrowLeft');
    await expectRead(shown, first);
    await page.keyboard.press('Escape');
    await expectShown(
      page.getByRole('heading', { name: results('dialogue.title', { year: thisYear }) }),
    );
  });

  test('a wall in another window of the tablet goes where the tablet goes, and never leads it', async () => {
    const { page } = office;
    await goTo(page, place);
    await page.getByText(results('dialogue.overview'), { exact: true }).click();
    await page
      .getByRole('button', { name: reflection.heading('r05') })
      .first()
      .click();
    await expectShown(heading(page, 'r05'));
    const wall = await office.context.newPage();
    await wall.goto(`${office.wire.origin}/#/${thisYear}/wall`);
    await expectShown(heading(wall, 'r05'));
    await page.bringToFront();
    const shown = (where: Page) =>
      where.locator('#statement-name, #wall-name').first().textContent();
    await button(page, results('dialogue.next')).click();
    await expectRead(async () => (await shown(page)) === reflection.heading('r05'), false);
    await expectRead(() => shown(wall), await shown(page));
    const before = await shown(page);
    await wall.keyboard.press('ArrowRight');
    await expectRead(async () => (await shown(wall)) === before, false);
    expect(await shown(page)).toBe(before);
    await wall.close();
  });

  test('on paper stands what they agreed on, and not how they stood about one colleague', async () => {
    const { page } = office;
    const figure = page.locator('.figure');
    const kept = figure.getByText(results('figure.staysInTeam'));
    await goTo(page, `#/${thisYear}/results/r01`);
    await page.emulateMedia({ media: 'print' });
    await expectShown(figure.locator('figcaption'));
    await expectGone(kept);
    await goTo(page, `#/${thisYear}/results/r21`);
    await expectShown(kept);
    for (const spread of ['figcaption', 'canvas', 'details']) {
      await expectGone(figure.locator(spread).filter({ visible: true }));
    }
    await page.emulateMedia({ media: null });
    await expectShown(figure.locator('figcaption'));
    await expectGone(kept.filter({ visible: true }));
  });

  test('a statement becomes a goal that the next meeting can follow up', async () => {
    const { page } = office;
    await goTo(page, `${place}/improve`);
    const candidate = page.getByRole('listitem').filter({ has: heading(page, 'r01') });
    await candidate.getByRole('radio', { name: meeting('improve.answer.yes') }).check();
    await button(
      candidate,
      meeting('improve.makeGoalOf', { name: reflection.heading('r01') }),
    ).click();
    await expectShown(page.getByText(results('goal.ownMarkTitle')));
    await page.getByLabel(meeting('measure.label')).selectOption('count');
    await expectGone(page.getByText(results('goal.ownMarkTitle')));
    const title = page.getByLabel(results('goal.field.title'), { exact: true });
    await title.fill('Fler familjer rör på sig');
    await title.blur();
    await page.getByRole('link', { name: meeting('improve.toFollowUp') }).click();
    await expectShown(page.getByRole('heading', { name: 'Fler familjer rör på sig' }));
    const when = page.getByLabel(meeting('plan.followWhen'), { exact: true });
    await when.fill(dayFromToday(60));
    await when.blur();
    const who = page.getByLabel(meeting('plan.followWho'), { exact: true });
    await who.fill('Samordnaren');
    await who.blur();
    await goTo(other.page, `${place}/followUp`);
    const thereWho = other.page.getByLabel(meeting('plan.followWho'), { exact: true });
    await expectRead(() => thereWho.inputValue(), 'Samordnaren');
  });

  test('next year opens with the goal, its count and the example', async () => {
    const { page } = office;
    await goTo(page, `#/${thisYear + 1}/dialogue`);
    await page.getByText(meeting('followUp.open'), { exact: true }).click();
    await button(page, meeting('check.add')).click();
    const count = page.getByLabel(meeting('check.count'), { exact: true });
    await count.fill('25');
    await count.blur();
    await expectShown(
      page.getByText(meeting('measure.countedOn', { value: '25', day: '' }).slice(0, 18), {
        exact: false,
      }),
    );
    await page.getByRole('radio', { name: meeting('outcome.reached'), exact: true }).check();
    const example = page.getByLabel(meeting('followUp.difference'), { exact: true });
    await example.fill('En pappa började gå på promenaderna.');
    await example.blur();
    await expectShown(page.getByRole('blockquote').filter({ hasText: 'En pappa' }));
  });
});

describe.each([swedish, english])('a team of four without a kurator, in $language', (words) => {
  let spegla: Spegla;
  let device: Device;
  const heading = (page: Page, item: string) =>
    page.getByRole('heading', { name: words.reflection.heading(item), exact: true });

  beforeAll(async () => {
    spegla = await setupSpegla();
    device = await setupCentre(spegla);
    await goTo(device.page, '#/settings/centre');
    await device.page.getByRole('checkbox', { name: team('services.socialServices') }).uncheck();
    await openRound(device.page, 'reflection');
    // The page is left for the tablet's: the mailbox must have heard of the round before.
    await phoneLink(device.page, 'reflection');
  });
  afterAll(() => spegla.stop());
  afterEach(() => expect(spegla.faults()).toEqual([]));

  test('marks without the kurator’s statements', async () => {
    const { page } = device;
    await openOnTablet(page, 'reflection');
    await chooseLanguage(page, words);
    for (const turn of [0, 1, 2, 3]) {
      if (turn > 0) await changeHands(page, words);
      await reflect(page, { marks: { r01: turn + 1, r21: 5 } }, words);
    }
    await expectShown(page.getByText(words.answer('thanks.reflection')));
    await page.goto(`${device.wire.origin}/`);
    if (words.language === 'en') await button(page, 'English').click();
  });

  test('is asked whether to talk openly, and does so without a spread, by keyboard alone', async () => {
    const { page } = device;
    await goTo(page, `#/${thisYear}/dialogue`);
    await expectShown(page.getByText(words.meeting('few.title')));
    await button(page, words.meeting('few.talk')).focus();
    await page.keyboard.press('Enter');
    await expectShown(heading(page, 'r01'));
    await expectShown(page.getByText(words.results('dialogue.left_other', { count: 28 })));
    expect(await page.locator('.dot').count()).toBe(0);

    const stops = page.getByRole('radio');
    await stops.first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await expectShown(page.getByText(words.results('dialogue.left_other', { count: 27 })));
    // Arrow keys pass over stops; only where they came to rest was ever held.
    expect(await page.locator('.statement-past').count()).toBe(0);
    await page.reload();
    await expectShown(heading(page, 'r01'));
    await expectRead(() => stops.nth(2).isChecked(), true);
  });

  test('never meets a statement about the kurator, here or on the wall', async () => {
    const { page } = device;
    await page.getByText(words.results('dialogue.overview'), { exact: true }).click();
    await expectShown(page.getByText(words.results('dialogue.notApplicable_other', { count: 2 })));
    expect(await page.getByText(words.reflection.heading('r22'), { exact: true }).count()).toBe(0);
  });
});
