import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { thisYear } from './days.ts';
import { expectShown } from './expect-shown.ts';
import { setupSpegla, type Device, type Spegla } from './setup-spegla.ts';
import { beginYear, button, createCentre, goTo, makeTeamLink } from './team-steps.ts';
import { team } from './texts.ts';

describe('a centre without a mailbox', () => {
  let spegla: Spegla;
  let first: Device;
  let second: Device;
  beforeAll(async () => {
    spegla = await setupSpegla();
    first = await spegla.device();
    await createCentre(first, 'Blåklinten');
    await beginYear(first.page);
    second = await spegla.device();
  });
  afterAll(() => spegla.stop());
  afterEach(() => expect(spegla.faults()).toEqual([]));

  async function savedFile(page: Page): Promise<string> {
    await goTo(page, '#/settings');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, team('settings.fileSave')).first().click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^spegla-blaklinten-[\d-]+\.spegla$/u);
    return download.path();
  }

  async function choose(page: Page, path: string): Promise<void> {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      button(page, team('join.fileChoose')).click(),
    ]);
    await chooser.setFiles(path);
  }

  test('another device is connected by the link and the file with everything', async () => {
    const link = await makeTeamLink(first.page);
    await expectShown(first.page.getByText(team('settings.linkFile')));
    const file = await savedFile(first.page);
    expect(await readFile(file, 'utf8')).not.toContain('Solsidan');

    const { page, wire } = second;
    await page.goto(`${wire.origin}/#/join`);
    await page.getByLabel(team('join.link'), { exact: true }).fill(link);
    await button(page, team('join.submit')).click();
    await expectShown(page.getByText(team('create.deviceError')));
    await page.getByLabel(team('create.device'), { exact: true }).fill('Kontorsdatorn');
    await button(page, team('join.submit')).click();
    await expectShown(page.getByText(team('join.needsFile')));
    await choose(page, file);
    await button(page, team('join.submit')).click();
    await expectShown(page.getByRole('link', { name: 'Blåklinten', exact: true }));
    await expectShown(page.getByText(team('sync.onDevice')));
    await expectShown(
      page.getByRole('heading', { name: team('overview.title', { year: thisYear }) }),
    );
  });

  test('what one wrote since is taken in by a file, and taking it in twice changes nothing', async () => {
    const { page } = second;
    await goTo(page, '#/settings');
    const name = page.getByLabel(team('create.name'), { exact: true });
    await name.fill('Blåklinten och Vallmon');
    await name.blur();
    await expectShown(page.getByRole('link', { name: 'Blåklinten och Vallmon', exact: true }));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, team('settings.fileSave')).first().click(),
    ]);
    const file = await download.path();

    await goTo(first.page, '#/settings');
    await choose(first.page, file);
    await expectShown(first.page.getByRole('link', { name: 'Blåklinten och Vallmon' }));
    await choose(first.page, file);
    await expectShown(first.page.getByText(team('settings.fileNothing')));
  });

  test('the file of another centre is refused', async () => {
    const other = await spegla.device();
    await createCentre(other, 'Blåklinten');
    await beginYear(other.page);
    const file = await savedFile(other.page);
    await choose(first.page, file);
    await expectShown(first.page.getByText(team('settings.fileWrong')));
  });
});
