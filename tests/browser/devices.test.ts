import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { expectGone, expectRead, expectShown, soonMs } from './expect-shown.ts';
import { setupSpegla, type Device, type Spegla } from './setup-spegla.ts';
import {
  backOnline,
  button,
  expectInstalled,
  goTo,
  join,
  makeTeamLink,
  setupCentre,
} from './team-steps.ts';
import { team } from './texts.ts';

describe('two team devices', () => {
  let spegla: Spegla;
  let first: Device;
  let second: Device;
  let link: string;
  let asked = 0;
  beforeAll(async () => {
    spegla = await setupSpegla();
    first = await setupCentre(spegla, 'Solrosen');
    second = await spegla.device();
    second.context.on('request', (request) => {
      if (request.url().includes('/v1/')) asked += 1;
    });
    link = await makeTeamLink(first.page);
  });
  afterAll(() => spegla.stop());
  afterEach(() => expect(spegla.faults()).toEqual([]));

  const nameField = (page: Page) => page.getByLabel(team('create.name'), { exact: true });
  const contactField = (page: Page) =>
    page.getByLabel(team('create.responsibleContact'), { exact: true });
  const shownName = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

  async function write(field: ReturnType<typeof nameField>, words: string): Promise<void> {
    await field.fill(words);
    await field.blur();
  }

  test('a team link connects one device, and its secret leaves the address bar at once', async () => {
    const { page, at } = second;
    await page.goto(at(link));
    await expectRead(() => page.evaluate(() => location.hash), '#/join');
    const before = await page.evaluate(() => history.length);
    await page.getByLabel(team('create.device'), { exact: true }).fill('Kollegans dator');
    await button(page, team('join.submit')).click();
    await expectShown(page.getByText(team('sync.synced')));
    await expectShown(shownName(page, 'Solrosen'));
    expect(await page.evaluate(() => history.length)).toBeGreaterThanOrEqual(before);
    await goTo(first.page, '#/settings');
    await expectShown(first.page.getByText('Kollegans dator'));
  });

  test('the link works once', async () => {
    const third = await spegla.device();
    await join(third, link, 'En tredje');
    await expectShown(third.page.getByText(team('join.used')));
    third.faults.splice(0, Infinity); // The browser itself reports the refused request.
  });

  test('what one sets the other shows within two seconds, both ways', async () => {
    for (const { page } of [first, second]) {
      await goTo(page, '#/settings');
      await expectShown(nameField(page));
    }
    await write(nameField(first.page), 'Solrosen och Ängen');
    await expectShown(shownName(second.page, 'Solrosen och Ängen'), soonMs);
    await expectRead(() => nameField(second.page).inputValue(), 'Solrosen och Ängen', soonMs);
    await write(contactField(second.page), '010-765 43 21');
    await expectRead(() => contactField(first.page).inputValue(), '010-765 43 21', soonMs);
  });

  test('both write the same field without a network: both values are shown, one tap settles it', async () => {
    // A worker that is cut off while it is being installed is only tried again on the next visit.
    for (const { page } of [first, second]) await expectInstalled(page);
    first.wire.cut();
    second.wire.cut();
    await write(nameField(first.page), 'Blåsippan');
    await write(nameField(second.page), 'Vitsippan');
    await expectShown(shownName(first.page, 'Blåsippan'));
    await expectShown(shownName(second.page, 'Vitsippan'));
    await backOnline(first);
    await backOnline(second);
    for (const { page } of [first, second]) {
      await expectShown(page.getByText(team('banner.contested_one')));
    }
    await first.page.getByRole('link', { name: team('banner.settle') }).click();
    const choice = (page: Page, name: string) => button(page, `${team('settle.choose')}: ${name}`);
    await expectShown(choice(first.page, 'Blåsippan'));
    await goTo(second.page, '#/settle');
    await expectShown(choice(second.page, 'Blåsippan'));
    await choice(second.page, 'Vitsippan').click();
    for (const { page } of [second, first]) {
      await expectShown(page.getByText(team('settle.noneText')), soonMs);
      await expectShown(shownName(page, 'Vitsippan'), soonMs);
    }
  });

  test('a device that was away for long comes back to what the others have, and brings its own', async () => {
    const { page } = second;
    await expectInstalled(page);
    second.wire.cut();
    await goTo(page, '#/settings');
    await write(contactField(page), 'samordnare@solrosen.se');
    await goTo(first.page, '#/settings');
    for (const name of ['Tussilago', 'Gullviva', 'Smörblomma']) {
      await write(nameField(first.page), name);
      await expectShown(shownName(first.page, name));
    }
    await page.reload();
    await expectShown(shownName(page, 'Vitsippan'));
    await backOnline(second);
    await expectShown(shownName(page, 'Smörblomma'));
    await expectRead(() => contactField(first.page).inputValue(), 'samordnare@solrosen.se');
    await expectGone(page.getByText(team('banner.contested_one')));
  });

  test('all this took few requests: a device that has nothing to tell is quiet', () => {
    expect(asked).toBeGreaterThan(5);
    expect(asked).toBeLessThan(100);
  });
});
