import type { Locator, Page } from 'playwright-core';
import { thisYear } from './days.ts';
import { expectRead, expectShown } from './expect-shown.ts';
import type { Device, Spegla } from './setup-spegla.ts';
import { team } from './texts.ts';

/** Goes to a place of the team's page by its address, as its own links do. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, place);
}

/** The part of a screen under a heading. */
export function sectionOf(page: Page, heading: string): Locator {
  return page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: heading, exact: true, level: 2 }) });
}

export function button(where: Page | Locator, name: string): Locator {
  return where.getByRole('button', { name, exact: true });
}

/** Waits until the worker keeps the whole team page: from now on it works without a network. */
export async function expectInstalled(page: Page): Promise<void> {
  await expectRead(
    () => page.evaluate(() => navigator.serviceWorker.controller?.state === 'activated'),
    true,
  );
}

export async function createCentre({ page, wire }: Device, name = 'Solrosen'): Promise<void> {
  await page.goto(`${wire.origin}/`);
  await page.getByRole('link', { name: team('start.create'), exact: true }).click();
  await page.getByLabel(team('create.name'), { exact: true }).fill(name);
  await page.getByLabel(team('create.responsibleName'), { exact: true }).fill('Region Solsidan');
  await page.getByLabel(team('create.responsibleContact'), { exact: true }).fill('010-123 45 67');
  await button(page, team('create.submit')).click();
  await expectShown(page.getByRole('heading', { name: team('overview.beginTitle') }));
}

/** The made-up centre, with its four years. */
export async function openExample({ page, wire }: Device): Promise<Page> {
  await page.goto(`${wire.origin}/`);
  await button(page, team('start.demo')).click();
  await expectShown(page.getByText(team('demo.ribbon')));
  return page;
}

export async function beginYear(page: Page): Promise<void> {
  await goTo(page, '#/');
  await button(page, team('overview.begin', { year: thisYear })).click();
  await expectShown(
    page.getByRole('heading', { name: team('overview.title', { year: thisYear }) }),
  );
}

/** Names the server that the page came from as the centre's mailbox. */
export async function nameMailbox(page: Page, code: string): Promise<void> {
  await goTo(page, '#/settings');
  await expectShown(page.getByText(team('settings.mailboxFound')));
  await page.getByLabel(team('settings.mailboxCode'), { exact: true }).fill(code);
  await button(page, team('settings.mailboxUse')).click();
  await expectShown(page.getByText(team('settings.mailboxState.online')));
}

/** A centre with its year begun and its mailbox named, on a device of its own. */
export async function setupCentre(spegla: Spegla, name?: string): Promise<Device> {
  const device = await spegla.device();
  await createCentre(device, name);
  await beginYear(device.page);
  await nameMailbox(device.page, spegla.code);
  return device;
}

/** What a button put on the clipboard. */
export async function copied(page: Page, copy: Locator): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText('nothing yet'));
  await copy.click();
  const read = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  await expectRead(async () => (await read()).startsWith('http'), true);
  return read();
}

export async function makeTeamLink(page: Page): Promise<string> {
  await goTo(page, '#/settings');
  await button(page, team('settings.makeLink')).click();
  await expectShown(page.getByText(team('settings.linkReady')));
  return copied(page, button(page, team('settings.copyTeamLink')));
}

/** Connects a device by a team link that it opens. */
export async function join({ page, at }: Device, link: string, name: string): Promise<void> {
  await page.goto(at(link));
  await page.getByLabel(team('create.device'), { exact: true }).fill(name);
  await button(page, team('join.submit')).click();
}

/** The wire is whole again and someone asks; by itself it takes up to a minute. */
export async function backOnline({ wire, page }: Device): Promise<void> {
  wire.mend();
  const again = button(page, team('sync.again'));
  const synced = page.getByText(team('sync.synced'));
  await expectShown(again.or(synced));
  // It may have found back by itself in this very moment.
  await again.click({ timeout: 2_000 }).catch(() => undefined);
  await expectShown(synced);
}
