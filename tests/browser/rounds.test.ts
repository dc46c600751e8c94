import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { inSwedish, title } from './answer-steps.ts';
import { thisYear } from './days.ts';
import { expectGone, expectShown } from './expect-shown.ts';
import { readQr } from './read-qr.ts';
import { openOnTablet, openRound, phoneLink, surveyTitle } from './round-steps.ts';
import { setupSpegla, type Device, type Spegla } from './setup-spegla.ts';
import { beginYear, button, createCentre, goTo, nameMailbox } from './team-steps.ts';
import { formats, parents, tablet, team } from './texts.ts';
import { leaveTablet } from './tablet-steps.ts';

describe('a coordinator opens the year', () => {
  let spegla: Spegla;
  let device: Device;
  let link: string;
  beforeAll(async () => {
    spegla = await setupSpegla();
    device = await spegla.device();
    await createCentre(device, 'Solrosen');
  });
  afterAll(() => spegla.stop());
  afterEach(() => expect(spegla.faults()).toEqual([]));

  test('the year is begun, and a mailbox wants the code that the server printed', async () => {
    const { page } = device;
    await beginYear(page);
    await goTo(page, '#/settings');
    await expectShown(page.getByText(team('settings.mailboxFound')));
    await page.getByLabel(team('settings.mailboxCode'), { exact: true }).fill('aaaa-bbbb-cccc');
    await button(page, team('settings.mailboxUse')).click();
    await expectShown(page.getByText(team('settings.mailboxError.wrongCode')));
    device.faults.splice(0, Infinity); // The browser itself reports the refused request.

    await nameMailbox(page, spegla.code);
    await expectShown(page.getByText(team('sync.synced')));
  });

  test('three rounds are opened, each with its ways in', async () => {
    const { page } = device;
    for (const form of ['parents', 'children', 'reflection'] as const) {
      await openRound(page, form);
      await expectShown(page.getByText(team('rounds.opened')));
    }
    link = await phoneLink(page, 'parents');
    expect(link.startsWith(`${device.wire.origin}/answer.html#1.`)).toBe(true);
    expect(link.length).toBeLessThanOrEqual(200);
  });

  test('the QR code on the screen leads where the link leads', async () => {
    const { page } = device;
    const form = team('forms.parents');
    await button(page, `${team('rounds.showQr')}: ${form}`).click();
    const code = page.getByRole('img', { name: team('rounds.qrLabel', { form }) });
    await expectShown(code);
    expect(await readQr(code)).toBe(link);
    await button(page, `${team('rounds.hideQr')}: ${form}`).click();
    await expectGone(code);
  });

  test('a round tells until when it is open, and opens on this very tablet', async () => {
    const { page } = device;
    await goTo(page, `#/${thisYear}/rounds`);
    const closes = await closingDay(device);
    await expectShown(page.getByText(team('rounds.state.open', { day: closes })));
    await openOnTablet(page, 'parents');
    await inSwedish(page);
    await expectShown(title(page, surveyTitle(parents.title)));
    await expectShown(button(page, tablet('tablet.leave')));
    await leaveTablet(page); // Back does not lead out of a tablet; the adult gate does.
  });

  async function closingDay({ page }: Device): Promise<string> {
    const form = team('forms.parents');
    await button(page, `${team('rounds.changeDates')}: ${form}`).click();
    const field = page.getByLabel(team('rounds.closes'), { exact: true });
    const day = await field.inputValue();
    await button(page, team('parts.cancel')).click();
    return formats.day(day);
  }
});
