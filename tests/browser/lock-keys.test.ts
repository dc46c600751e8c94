import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { thisYear } from './days.ts';
import { expectGone, expectRead, expectShown } from './expect-shown.ts';
import { openOnTablet, openRound } from './round-steps.ts';
import { createEye } from './see-screen.ts';
import { setupSpegla, type Device, type Spegla } from './setup-spegla.ts';
import { button, goTo, makeTeamLink, sectionOf, setupCentre } from './team-steps.ts';
import { keys, team, welcome } from './texts.ts';

const code = '270915';

describe('a shared tablet with a code', () => {
  let spegla: Spegla;
  let device: Device;
  beforeAll(async () => {
    spegla = await setupSpegla();
    device = await setupCentre(spegla, 'Solrosen');
    await openRound(device.page, 'children');
  });
  afterAll(() => spegla.stop());
  afterEach(() => expect(spegla.faults()).toEqual([]));

  const lockTitle = (page: Device['page']) =>
    page.getByRole('heading', { name: keys('lock.screenTitle', { name: 'Solrosen' }) });

  async function unlock(page: Device['page'], typed: string): Promise<void> {
    await page.getByLabel(keys('lock.code'), { exact: true }).fill(typed);
    await button(page, keys('lock.unlock')).click();
  }

  async function see(page: Device['page'], name: string): Promise<void> {
    const eye = createEye('sv');
    await eye.see(page, name);
    expect(eye.found).toEqual([]);
  }

  test('is given its code in the settings, which refuse a weak one', async () => {
    const { page } = device;
    await goTo(page, '#/settings');
    const section = sectionOf(page, keys('lock.title'));
    await button(section, keys('lock.set')).click();
    const fill = async (pin: string, again: string): Promise<void> => {
      await section.getByLabel(keys('lock.pin'), { exact: true }).fill(pin);
      await section.getByLabel(keys('lock.again'), { exact: true }).fill(again);
      await button(section, keys('lock.save')).click();
    };
    await fill('123456', '123456');
    await expectShown(section.getByText(keys('lock.weak')));
    await fill(code, '270916');
    await expectShown(section.getByText(keys('lock.differ')));
    await see(page, 'lock-settings');
    await fill(code, code);
    await expectShown(section.getByText(keys('lock.has_other', { count: 5 })));
    await expectShown(page.getByText(keys('lock.saved')));
  });

  test('shows nothing but the centre’s name when it is locked, in no tab', async () => {
    const { page, context, wire } = device;
    const other = await context.newPage();
    await other.goto(`${wire.origin}/#/settings`);
    await expectShown(lockTitle(other));
    await unlock(other, code);
    await expectShown(other.getByText(team('sync.synced')));
    await see(other, 'lock-shell');

    const toast = page.getByText(team('settings.fileSaved'));
    await button(page, team('settings.fileSave')).click();
    await expectShown(toast);
    await page.locator('.lock-now').click();
    await expectShown(lockTitle(page));
    expect(await toast.isVisible()).toBe(false);
    for (const tab of [page, other]) {
      await expectShown(lockTitle(tab));
      await expectGone(tab.getByText(keys('devices.title'), { exact: true }));
    }
    await other.close();
    await see(page, 'locked');
  });

  test('opens with the right code only, and again after the page was reloaded', async () => {
    const { page } = device;
    await unlock(page, '000001');
    await expectShown(page.getByText(keys('lock.wrong')));
    await expectRead(() => page.getByLabel(keys('lock.code'), { exact: true }).inputValue(), '');
    await unlock(page, code);
    await expectShown(page.getByRole('heading', { name: team('settings.title') }));
    await page.reload();
    await expectShown(lockTitle(page));
  });

  test('goes on collecting answers while it is locked', async () => {
    const { page, context } = device;
    await unlock(page, code);
    await expectShown(page.getByText(team('sync.synced')));
    await openOnTablet(page, 'children');
    await expectShown(page.getByRole('heading', { name: welcome('welcome') }));
    const locked = await context.newPage();
    await locked.goto(page.url().replace(/answer\.html.*/u, `#/${thisYear}`));
    await expectShown(lockTitle(locked));
    await page.reload();
    await expectShown(page.getByRole('heading', { name: welcome('welcome') }));
    await locked.close();
  });

  test('locks itself when nobody has touched it for a while, and says so before', async () => {
    const { context, wire } = device;
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(`${wire.origin}/#/settings`);
    await expectShown(lockTitle(page));
    await unlock(page, code);
    await expectShown(page.getByRole('heading', { name: team('settings.title') }));
    await page.clock.fastForward('04:45');
    await expectShown(page.getByText(keys('lock.soon')));
    await page.keyboard.press('Shift');
    await expectGone(page.getByText(keys('lock.soon')));
    await page.clock.fastForward('04:20');
    await expectGone(lockTitle(page));
    await page.clock.fastForward('01:00');
    await expectShown(lockTitle(page));
    await page.close();
  });

  test('locks itself behind the ways in, too', async () => {
    const { context, wire } = device;
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(`${wire.origin}/#/settings`);
    for (const way of ['start', 'create', 'join', 'restore']) {
      await expectShown(lockTitle(page));
      await unlock(page, code);
      await expectShown(page.getByRole('heading', { name: team('settings.title') }));
      await goTo(page, `#/${way}`);
      await page.clock.fastForward('04:45');
      await expectShown(page.getByText(keys('lock.soon')));
      await page.clock.fastForward('01:00');
      await expectGone(page.getByText(keys('lock.soon')));
      await goTo(page, '#/settings');
    }
    await expectShown(lockTitle(page));
    await page.close();
  });

  test('asks before a team link takes the place of the kit behind the code', async () => {
    const { page, wire } = device;
    await page.goto(`${wire.origin}/#/settings`);
    await expectShown(lockTitle(page));
    await unlock(page, code);
    await expectShown(page.getByText(team('sync.synced')));
    const link = await makeTeamLink(page);
    await page.locator('.lock-now').click();
    await expectShown(lockTitle(page));
    await goTo(page, '#/join');
    await page.getByLabel(team('join.link'), { exact: true }).fill(link);
    await page.getByLabel(team('create.device'), { exact: true }).fill('Surfplattan');
    await button(page, team('join.submit')).click();
    await expectShown(page.getByText(keys('joinLocked.title')));
    await see(page, 'join-locked');
    await goTo(page, '#/settings');
    await expectShown(lockTitle(page));
    await goTo(page, '#/join');
    await page.getByLabel(team('join.link'), { exact: true }).fill(link);
    await page.getByLabel(team('create.device'), { exact: true }).fill('Surfplattan');
    await button(page, team('join.submit')).click();
    await button(page, keys('joinLocked.anyway')).click();
    await expectShown(page.getByText(team('sync.synced')));
    await goTo(page, '#/settings');
    await expectShown(page.getByText(keys('lock.none')));
  });
});
