import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { begin, expectKept, inSwedish, next, option, title } from './answer-steps.ts';
import { thisYear } from './days.ts';
import { expectGone, expectRead, expectShown } from './expect-shown.ts';
import { startNewerHost, type NewerHost } from './newer-host.ts';
import { openOnTablet, openRound } from './round-steps.ts';
import { setupSpegla, type Spegla } from './setup-spegla.ts';
import { beginYear, button, createCentre, expectInstalled, goTo } from './team-steps.ts';
import { parents, team } from './texts.ts';

describe('a new version comes out', () => {
  let spegla: Spegla;
  let host: NewerHost;
  beforeAll(async () => {
    spegla = await setupSpegla();
  });
  afterAll(() => spegla.stop());
  afterEach(async () => {
    await host.close();
    expect(spegla.faults()).toEqual([]);
  });

  async function setupCentreOnHost(): Promise<Page> {
    host = await startNewerHost(spegla.origin);
    const device = await spegla.device();
    await createCentre({ ...device, wire: { ...device.wire, origin: host.origin } });
    await beginYear(device.page);
    await expectInstalled(device.page);
    return device.page;
  }

  test('it is offered on a quiet screen only, and taken with one tap', async () => {
    const page = await setupCentreOnHost();
    const offer = page.getByText(team('banner.updateTitle'));
    const waits = (): Promise<boolean> =>
      page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);
    await goTo(page, `#/${thisYear}/rounds`);
    host.publish();
    await page.reload();
    await expectShown(page.getByRole('heading', { name: team('rounds.title') }));
    await expectRead(waits, true);
    await expectGone(offer);

    await goTo(page, `#/${thisYear}`);
    await expectShown(offer);
    await button(page, team('banner.update')).click();
    await expectRead(() => waits().catch(() => true), false);
    await expectShown(
      page.getByRole('heading', { name: team('overview.title', { year: thisYear }) }),
    );
    await expectGone(offer);
  });

  test('a survey that is being answered stays as it is; the new one comes with the next load', async () => {
    const page = await setupCentreOnHost();
    await openRound(page, 'parents');
    await openOnTablet(page, 'parents');
    await inSwedish(page);
    await begin(page);
    const mark = option(page, parents.text('p-near'), parents.point('agree4', 3));
    await mark.check();
    await expectKept(page);

    host.publish();
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
    });
    await next(page, parents.section('goal2'));
    await page.goBack();
    await expectShown(title(page, parents.section('goal1')));
    expect(await mark.isChecked()).toBe(true);
    expect(await page.title()).toBe('Spegla');

    await expectRead(async () => {
      await page.reload();
      return page.title();
    }, 'Spegla, nästa version');
    await inSwedish(page);
    await begin(page);
    await expectShown(title(page, parents.section('goal1')));
  });
});
