import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { thisYear } from './days.ts';
import { expectShown } from './expect-shown.ts';
import { openRound } from './round-steps.ts';
import { createEye } from './see-screen.ts';
import { setupSpegla, type Device, type Spegla } from './setup-spegla.ts';
import {
  backOnline,
  button,
  expectInstalled,
  goTo,
  join,
  makeTeamLink,
  openExample,
  setupCentre,
} from './team-steps.ts';
import { english, swedish, team, type Words } from './texts.ts';

describe('the team’s pages for everyone', () => {
  let spegla: Spegla;
  let example: Page;
  let real: Device;
  let start: Page;
  beforeAll(async () => {
    spegla = await setupSpegla();
    const visitor = await spegla.device();
    start = visitor.page;
    await start.goto(`${visitor.wire.origin}/`);
    example = await openExample(await spegla.device());
    real = await setupCentre(spegla);
    await openRound(real.page, 'parents');
    await contest();
  });
  afterAll(() => spegla.stop());
  afterEach(() => expect(spegla.faults()).toEqual([]));

  /** Two devices write the centre's name while apart. */
  async function contest(): Promise<void> {
    const other = await spegla.device();
    await join(other, await makeTeamLink(real.page), 'Kollegans dator');
    await expectShown(other.page.getByText(team('sync.synced')));
    for (const { page, wire } of [real, other]) {
      await expectInstalled(page);
      wire.cut();
      await goTo(page, '#/settings');
      const name = page.getByLabel(team('create.name'), { exact: true });
      await name.fill(page === real.page ? 'Blåsippan' : 'Vitsippan');
      await name.blur();
    }
    await backOnline(other);
    await backOnline(real);
    await expectShown(real.page.getByText(team('banner.contested_one')));
  }

  async function speak(page: Page, { language }: Words): Promise<void> {
    await button(page, language === 'sv' ? 'Svenska' : 'English').click();
    await page.locator(`html[lang=${language}]`).waitFor();
  }

  async function at(page: Page, place: string): Promise<void> {
    await goTo(page, `#/${place}`);
    await expectShown(page.getByRole('heading', { level: 1 }));
  }

  test.each([
    ['Swedish', swedish],
    ['English', english],
  ])('the way in is, in %s', async (_, words) => {
    const eye = createEye(words.language);
    await at(start, 'start');
    await speak(start, words);
    await eye.see(start, 'start');
    await at(start, 'create');
    await button(start, words.team('create.submit')).click();
    await eye.see(start, 'create');
    await at(start, 'join');
    await eye.see(start, 'join');
    expect(eye.found).toEqual([]);
  });

  test.each([
    ['Swedish', swedish],
    ['English', english],
  ])('a centre with four years is, in %s', async (_, words) => {
    const eye = createEye(words.language);
    await at(example, `${thisYear}`);
    await speak(example, words);
    for (const [name, place] of [
      ['overview', `${thisYear}`],
      ['dialogue', `${thisYear}/dialogue`],
      ['goals', `${thisYear}/goals`],
      ['history', `${thisYear - 1}/history/parents`],
      ['results-empty', '1999/results'],
      ['settle-none', 'settle'],
      ['unreadable-none', 'unreadable'],
      ['not-found', 'nowhere/at/all'],
    ] as const) {
      await at(example, place);
      await eye.see(example, name);
    }
    await at(example, `${thisYear}/results`);
    await expectShown(example.getByRole('heading', { name: words.results('summary.title') }));
    await unfoldFew(example);
    await eye.see(example, 'results');
    expect(eye.found).toEqual([]);
  });

  test.each([
    ['Swedish', swedish],
    ['English', english],
  ])('a centre at work is, in %s', async (_, words) => {
    const { page } = real;
    const eye = createEye(words.language);
    await at(page, `${thisYear}/rounds`);
    await speak(page, words);
    await button(page, words.team('rounds.plan.children')).click();
    const form = words.team('forms.parents');
    await button(page, `${words.team('rounds.showQr')}: ${form}`).click();
    await eye.see(page, 'rounds');
    await button(page, `${words.team('rounds.close')}: ${form}`).click();
    await eye.see(page, 'rounds-close');
    await button(page.getByRole('dialog'), words.team('parts.cancel')).click();
    await page.getByRole('link', { name: words.team('rounds.poster') }).click();
    await expectShown(page.locator('article'));
    await eye.see(page, 'poster');
    await at(page, 'settle');
    await eye.see(page, 'settle');
    await at(page, 'settings');
    await button(page, words.team('settings.makeLink')).click();
    await button(page, words.keys('kit.show')).click();
    await expectShown(page.getByText(words.keys('sheet.title')));
    await expectShown(page.getByText(words.team('settings.linkReady')));
    await eye.see(page, 'settings');
    expect(eye.found).toEqual([]);
  });

  /** One of each kind of what is folded away: the rest is alike, and all of it takes axe a minute. */
  async function unfoldFew(page: Page): Promise<void> {
    await page.evaluate(() => {
      for (const section of document.querySelectorAll('#main section')) {
        const [first] = section.querySelectorAll(':scope > details, :scope > figure details');
        if (first instanceof HTMLDetailsElement) first.open = true;
      }
    });
  }
});
