import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { thisYear } from './days.ts';
import { expectGone, expectRead, expectShown } from './expect-shown.ts';
import { setupSpegla, type Spegla } from './setup-spegla.ts';
import { button, goTo, openExample } from './team-steps.ts';
import { results, team } from './texts.ts';

/** Texts of the example centre. */
const named = 'Tack till Kim i öppna förskolan, som alltid tar sig tid.';
const masked = `Tack till ${results('quotes.name')} i öppna förskolan, som alltid tar sig tid.`;
const song = 'Sångstunden! Min son pratar om den hela veckan.';
const worrying = 'Det är bråk hemma nästan varje kväll';

describe('what parents wrote', () => {
  let spegla: Spegla;
  let page: Page;
  beforeAll(async () => {
    spegla = await setupSpegla();
    page = await openExample(await spegla.device());
    await showTexts();
  });
  afterAll(() => spegla.stop());
  afterEach(() => expect(spegla.faults()).toEqual([]));

  async function showTexts(): Promise<void> {
    await goTo(page, `#/${thisYear}/results`);
    await expectShown(page.getByText(results('quotes.title', { year: thisYear })));
  }

  /** One text with its buttons. */
  function quote(text: string): Locator {
    return page.getByRole('listitem').filter({ hasText: text });
  }

  test('is found by words of it, whatever their case', async () => {
    const search = page.getByLabel(results('quotes.search'), { exact: true });
    await search.fill('SÅNG veckan');
    await expectShown(page.getByText(results('quotes.found_one', { count: 1 })));
    await expectShown(quote(song));
    await expectGone(quote(named));
    await search.fill('');
    await expectShown(quote(named));
  });

  test('loses a name with two taps, and has it back with two', async () => {
    await button(quote(named), results('quotes.mask')).click();
    const dialog = page.getByRole('dialog');
    await button(dialog, 'Kim').click();
    await expectShown(dialog.getByText(masked, { exact: true }));
    await button(dialog, results('quotes.saveMask')).click();
    await expectShown(quote(masked).getByText(results('quotes.isMasked')));
    await expectGone(page.getByText(named));
    await page.reload();
    await expectShown(quote(masked));
    await button(quote(masked), results('quotes.mask')).click();
    await button(page.getByRole('dialog'), results('quotes.unmask')).click();
    await expectShown(quote(named));
  });

  test('can be hidden, and is one tap from being back', async () => {
    await button(quote(song), results('quotes.hide')).click();
    const hidden = page.getByText(results('quotes.hidden_one', { count: 1 }), { exact: true });
    await expectShown(hidden);
    await hidden.click();
    await button(quote(song), results('quotes.unhide')).click();
    await expectGone(hidden);
    await button(quote(song), results('quotes.hide')).click();
    await button(page, team('parts.undo')).click();
    await expectGone(hidden);
  });

  test('can be chosen as a quote, marked woman or man only where the groups are large enough', async () => {
    const choose = button(quote(song), results('quotes.choose'));
    await choose.click();
    await expectRead(() => choose.getAttribute('aria-pressed'), 'true');
    await expectShown(quote(song).getByText(results('quotes.isChosen')));
    await page.reload();
    await expectShown(quote(song).getByText(results('quotes.isChosen')));
  });

  test('leads from a worrying answer to the routine and the number, and logs what was done, never the text', async () => {
    await button(quote(worrying), results('worry.open')).click();
    const dialog = page.getByRole('dialog', { name: results('worry.title') });
    await expectShown(dialog.getByText(results('worry.lead')));
    const call = dialog.getByRole('link', {
      name: results('worry.call', { phone: '0123-456 78' }),
    });
    expect(await call.getAttribute('href')).toBe('tel:012345678');
    await expectGone(dialog.getByText(worrying));
    const did = 'Ringde socialtjänstens mottagning.';
    await dialog.getByLabel(results('worry.action'), { exact: true }).fill(did);
    await button(dialog, results('worry.log')).click();
    await dialog.getByText(results('worry.earlier_other', { count: 2 }), { exact: true }).click();
    await expectShown(dialog.getByText(did));
    await button(dialog, results('worry.close')).click();
    // From any text: the log is the centre's, not the answer's.
    await button(quote(song), results('worry.open')).click();
    await expectShown(page.getByRole('dialog', { name: results('worry.title') }));
    await page.keyboard.press('Escape');
    await expectGone(page.getByRole('dialog'));
  });
});
