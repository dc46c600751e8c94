import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { expectGone, expectRead, expectShown } from './expect-shown.ts';
import { setupSpegla, type Spegla } from './setup-spegla.ts';
import { beginYear, button, createCentre, expectInstalled, goTo } from './team-steps.ts';
import { thisYear } from './days.ts';
import { english, results, team } from './texts.ts';

describe('the way in', () => {
  let spegla: Spegla;
  beforeAll(async () => {
    spegla = await setupSpegla();
  });
  afterAll(() => spegla.stop());
  afterEach(() => expect(spegla.faults()).toEqual([]));

  test('a centre is made by a short form that says what is missing', async () => {
    const device = await spegla.device();
    const { page, wire } = device;
    await page.goto(`${wire.origin}/#/create`);
    await button(page, team('create.submit')).click();
    await expectShown(page.getByText(team('create.errors_other', { count: 3 })));
    await expectShown(page.getByText(team('create.nameError')));

    await createCentre(device, 'Familjecentralen Ängen');
    await beginYear(page);
    await expectShown(page.getByRole('link', { name: 'Familjecentralen Ängen' }));
    await page.reload();
    await expectShown(page.getByText(team('sync.onDevice')));
    await expectShown(page.getByRole('link', { name: 'Familjecentralen Ängen' }));
  });

  test('the example is made and taken away in one tap each, and asks nobody but our own server', async () => {
    const { page, wire, context } = await spegla.device();
    const hosts = new Set<string>();
    context.on('request', (request) => hosts.add(new URL(request.url()).host));
    await page.goto(`${wire.origin}/`);
    await button(page, team('start.demo')).click();
    await expectShown(page.getByText(team('demo.ribbon')));
    await goTo(page, `#/${thisYear}/results`);
    await expectShown(page.getByRole('heading', { name: results('summary.title') }));

    const databases = (): Promise<number> =>
      page.evaluate(async () => (await indexedDB.databases()).length);
    const before = await databases();
    await button(page, team('demo.remove')).click();
    await expectShown(page.getByText(team('demo.removed')));
    await expectGone(page.getByText(team('start.example'), { exact: true }));
    await expectRead(async () => (await databases()) < before, true);
    expect([...hosts]).toEqual([new URL(wire.origin).host]);
  });

  test('the language is changed in one tap and stays', async () => {
    const { page, wire } = await spegla.device();
    await page.goto(`${wire.origin}/`);
    await expectShown(page.getByRole('heading', { name: team('start.title') }));
    await button(page, 'English').click();
    await expectShown(page.getByRole('heading', { name: english.team('start.title') }));
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await expectShown(page.getByRole('heading', { name: english.team('start.title') }));
    await button(page, 'Svenska').click();
    await expectShown(page.getByRole('heading', { name: team('start.title') }));
  });

  test('after one visit everything works with the wire cut, from the first screen on', async () => {
    const device = await spegla.device();
    const { page, wire } = device;
    await page.goto(`${wire.origin}/`);
    await expectInstalled(page);
    wire.cut();
    await page.getByRole('link', { name: team('start.join'), exact: true }).click();
    await expectShown(page.getByLabel(team('join.link')));
    await page.goto(`${wire.origin}/`);
    await page.reload();
    await expectShown(page.getByRole('heading', { name: team('start.title') }));
    await createCentre(device);
    await beginYear(page);
    for (const [place, title] of [
      ['settings', team('settings.title')],
      [`${thisYear}/rounds`, team('rounds.title')],
      [`${thisYear}/results`, results('title', { year: thisYear })],
      [`${thisYear}/goals`, results('goal.title', { year: thisYear + 1 })],
    ] as const) {
      await goTo(page, `#/${place}`);
      await expectShown(page.getByRole('heading', { name: title, exact: true }));
    }
  });
});
