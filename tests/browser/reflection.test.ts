import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { begin, handIn, inSwedish, next, option, title } from './answer-steps.ts';
import { thisYear } from './days.ts';
import { expectGone, expectRead, expectShown, soonMs } from './expect-shown.ts';
import { reflectionText } from './meeting-steps.ts';
import { openOnTablet, openRound, surveyTitle } from './round-steps.ts';
import { setupSpegla, type Device, type Spegla } from './setup-spegla.ts';
import { handOver, leaveTablet } from './tablet-steps.ts';
import { button, goTo, join, makeTeamLink, setupCentre } from './team-steps.ts';
import { answer, meeting, reflection, results, team } from './texts.ts';

const sections = [
  'general',
  'earlySupportParents',
  'learning',
  'earlySupportStaff',
  'equality',
  'collaboration',
] as const;
const say = reflectionText();
const word = (point: number): string => reflection.point('working6', point);

describe('a team of three and one tablet', () => {
  let spegla: Spegla;
  let tabletDevice: Device;
  let wall: Device;
  beforeAll(async () => {
    spegla = await setupSpegla();
    tabletDevice = await setupCentre(spegla);
    await openRound(tabletDevice.page, 'reflection');
    wall = await spegla.device({ viewport: { width: 1440, height: 900 } });
    await join(wall, await makeTeamLink(tabletDevice.page), 'Väggen');
    await expectShown(wall.page.getByText(team('sync.synced')));
    await goTo(wall.page, `#/${thisYear}/dialogue`);
  });
  afterAll(() => spegla.stop());
  afterEach(() => expect(spegla.faults()).toEqual([]));

  /** One colleague marks two statements, looks at the rest, and hands in. */
  async function mark(points: { readonly r01: number; readonly r02: number }): Promise<void> {
    const { page } = tabletDevice;
    await expectShown(title(page, surveyTitle(reflection.title)));
    await begin(page);
    await expectShown(title(page, reflection.section('general')));
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    await option(page, reflection.text('r01'), word(points.r01)).check();
    await option(page, reflection.text('r02'), word(points.r02)).check();
    const asked = page.locator('#q-r02');
    await asked.locator('summary').click();
    await asked.getByRole('textbox').fill('Mina egna ord');
    for (const section of sections.slice(1)) await next(page, reflection.section(section));
    await button(page, answer('frame.toReview')).click();
    const answered = answer('review.answered_other', { count: 2, total: 30 });
    await expectShown(page.getByText(answered));
    // One's own words stand in the review, to be read once more and changed before they go.
    const row = page.locator('.review-row').filter({ hasText: reflection.heading('r02') });
    await expectShown(row.getByText('Mina egna ord'));
    await row.getByRole('button').click();
    const field = page.locator('#q-r02').getByRole('textbox');
    await field.fill('Mina ändrade ord');
    await button(page, answer('frame.backToReview')).click();
    await expectShown(row.getByText('Mina ändrade ord'));
    await handIn(page);
    await expectShown(page.getByText(answer('thanks.reflection')));
    expect(await page.getByText('Mina ändrade ord').count()).toBe(0);
  }

  test('two mark one after another, and the second meets nothing of the first', async () => {
    const { page } = tabletDevice;
    await openOnTablet(page, 'reflection');
    await inSwedish(page);
    await mark({ r01: 6, r02: 5 });
    await handOver(page);
    const curtain = title(page, say('curtain.title'));
    await expectShown(curtain);
    // Nothing is on the table but whose turn it is, whichever way somebody tries to go.
    expect(await page.getByRole('main').getByRole('button').count()).toBe(1);
    await page.goBack();
    await expectShown(curtain);
    await page.goForward().catch(() => undefined);
    await expectShown(curtain);
    await button(page, say('curtain.draw')).click();
    await expectShown(title(page, surveyTitle(reflection.title)));
    await begin(page);
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);

    await page.reload();
    await inSwedish(page);
    await mark({ r01: 4, r02: 5 });
    await handOver(page);
    await expectShown(title(page, say('curtain.title')));
    await page.reload();
    await inSwedish(page);
    await expectShown(title(page, surveyTitle(reflection.title)));
    await leaveTablet(page);
  });

  test('with two answers nothing can be revealed, on any device', async () => {
    await goTo(tabletDevice.page, `#/${thisYear}/dialogue`);
    for (const { page } of [tabletDevice, wall]) {
      await expectShown(page.getByText(results('dialogue.answered_other', { count: 2 })));
      await expectShown(page.getByText(results('dialogue.revealWaits', { least: 3 })));
      await expectGone(button(page, results('dialogue.reveal')));
    }
  });

  test('from three answers the team shows the spread, most divided first, without names', async () => {
    const { page } = tabletDevice;
    await openOnTablet(page, 'reflection');
    await inSwedish(page);
    await mark({ r01: 2, r02: 5 });
    await leaveTablet(page);
    await goTo(page, `#/${thisYear}/dialogue`);
    // Three is few: the screen offers to talk openly at once, and this team shows its spread all the same.
    await expectShown(page.getByText(meeting('few.title')));
    await button(page, meeting('few.reveal')).click();
    for (const device of [page, wall.page]) {
      await expectShown(
        device.getByText(results('dialogue.unanimous_one', { count: 1, total: 30 })),
      );
      await button(device, meeting('oneByOne')).click();
      await expectShown(device.getByRole('heading', { name: reflection.heading('r01') }));
      for (const point of [6, 4, 2]) {
        await expectShown(device.getByRole('radio', { name: markedOnce(point) }));
      }
      expect(await device.getByRole('radio', { name: markedOnce(5) }).count()).toBe(0);
    }
  });

  test('the joint position and its comment are on the wall within two seconds', async () => {
    const { page } = tabletDevice;
    const position = (where: typeof page) => where.getByRole('radio', { name: markedOnce(4) });
    await position(page).check({ force: true });
    await expectRead(() => position(wall.page).isChecked(), true, soonMs);

    const comment = (where: typeof page) =>
      where.getByLabel(results('dialogue.comment'), { exact: true });
    await comment(page).fill('Olika mellan husen');
    await comment(page).blur();
    await expectRead(() => comment(wall.page).inputValue(), 'Olika mellan husen', soonMs);

    await button(wall.page, results('dialogue.previous')).click();
    await button(wall.page, results('dialogue.take_one')).click();
    await expectShown(wall.page.getByRole('heading', { name: reflection.heading('r01') }));
    await expectShown(page.getByText(results('dialogue.left_other', { count: 28 })));
  });

  test('the position stands in the results with its comment and its spread', async () => {
    const { page } = tabletDevice;
    await goTo(page, `#/${thisYear}/results`);
    const name = reflection.section('general');
    await page
      .getByText(results('reflection.statements_other', { count: 3, name }), { exact: true })
      .click();
    await expectShown(page.getByText('Olika mellan husen'));
    const sentence = results('sentence.statement', { year: thisYear, position: word(4) });
    await expectShown(page.getByText(sentence));
  });

  function markedOnce(point: number): RegExp {
    return new RegExp(`^${word(point)}\\s*, ${results('dialogue.marks_one', { count: 1 })}`, 'u');
  }
});
