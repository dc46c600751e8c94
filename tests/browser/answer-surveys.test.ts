import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  handedIn,
  heading,
  press,
  setupAnswerPages,
  type AnswerPages,
} from '../ui/answer/setup-answer-page.ts';

describe('the answering page in a browser', { timeout: 120_000 }, () => {
  let pages: AnswerPages;
  beforeAll(async () => {
    pages = await setupAnswerPages();
  }, 120_000);
  afterAll(() => pages.stop(), 60_000);

  test('a language tapped before the script has come is spoken when it comes', async () => {
    const context = await pages.browser.newContext();
    const page = await context.newPage();
    let deliver = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      deliver = resolve;
    });
    await page.route('**/assets/answer-*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${pages.origin}/answer.html#form=parents`, { waitUntil: 'commit' });
    await page.locator('[data-language=en]').click();
    expect(await page.locator('#welcome-status').textContent()).toBe('Getting the questions …');
    deliver();
    await page.getByRole('heading', { name: 'Parent survey, 2026' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await context.close();
  });

  test('a parent answers, switches language, goes back, changes an answer and hands in', async () => {
    const page = await pages.openSwedish('form=parents');
    await press(page, 'Börja');
    await heading(page, 'En plats nära dig');
    const near = page.getByRole('group', { name: 'Det är lätt för mig' });
    await near.getByLabel('Stämmer helt').check();
    await page.getByLabel('Språk').selectOption('en');
    await page.getByRole('heading', { name: 'A place near you' }).waitFor();
    expect(await page.getByLabel('Completely true').first().isChecked()).toBe(true);
    await page.getByLabel('Language').selectOption('sv');
    await press(page, 'Nästa');
    await heading(page, 'Kontakt med andra');
    await page.goBack();
    await heading(page, 'En plats nära dig');
    expect(await near.getByLabel('Stämmer helt').isChecked()).toBe(true);
    for (let section = 1; section < 8; section += 1) await press(page, 'Nästa');
    await press(page, 'Gå igenom svaren');
    await heading(page, 'Stämmer det här?');
    await page.getByRole('button', { name: /Ändra svaret på: Det är lätt/u }).click();
    await near.getByLabel('Vet inte').check();
    await press(page, 'Klar, till svaren');
    await heading(page, 'Stämmer det här?');
    await page.getByRole('button', { name: 'Lämna in' }).dblclick();
    await heading(page, 'Tack!');
    expect(await handedIn(page)).toEqual([
      { marks: { 'p-near': 'unknown' }, choices: {}, texts: {} },
    ]);
    expect(new URL(page.url()).hash).toBe('#form=parents');
    await page.goForward();
    await heading(page, 'Tack!');
    await page.context().close();
  });

  test('a mark can be taken back, and nothing at all is kindly refused', async () => {
    const page = await pages.openSwedish('form=parents');
    await press(page, 'Börja');
    await page.getByLabel('Stämmer helt').first().check();
    await press(page, 'Ta bort svaret');
    expect(await page.getByLabel('Stämmer helt').first().isChecked()).toBe(false);
    for (let section = 1; section < 8; section += 1) await press(page, 'Nästa');
    await press(page, 'Gå igenom svaren');
    await press(page, 'Lämna in');
    await page.getByRole('alert').getByText('Du har inte svarat på något än').waitFor();
    await page.context().close();
  });

  test('when the answer cannot be saved, it stays and the page says why', async () => {
    const page = await pages.openSwedish('form=parents&fail=full');
    await press(page, 'Börja');
    await page.getByLabel('Stämmer helt').first().check();
    for (let section = 1; section < 8; section += 1) await press(page, 'Nästa');
    await press(page, 'Gå igenom svaren');
    await press(page, 'Lämna in');
    await page.getByRole('alert').getByText('Allt du svarat står kvar här').waitFor();
    await page.getByRole('button', { name: 'Försök igen' }).waitFor();
    expect(await page.locator('dd', { hasText: 'Stämmer helt' }).count()).toBe(1);
    expect(await handedIn(page)).toEqual([]);
    await page.context().close();
  });

  test('two colleagues in a row: the second meets nothing of the first', async () => {
    const page = await pages.openSwedish('form=reflection&mode=tablet');
    await press(page, 'Börja');
    await page.locator('.stop input').first().check();
    for (let area = 1; area < 6; area += 1) await press(page, 'Nästa');
    await press(page, 'Gå igenom svaren');
    expect(await page.getByText('MHV identifierar').count()).toBe(0);
    await press(page, 'Lämna in');
    await heading(page, 'Tack!');
    await press(page, 'Lämna över till nästa');
    await heading(page, 'Nästa person, varsågod');
    for (let times = 0; times < 3; times += 1) {
      await page.goBack();
      await heading(page, 'Nästa person, varsågod');
    }
    await press(page, 'Det är min tur');
    await heading(page, 'Självreflektion');
    await press(page, 'Börja');
    await heading(page, 'Generellt');
    expect(await page.locator('input:checked').count()).toBe(0);
    await page.context().close();
  });

  test('leaving the tablet takes a held key and three digits in words', async () => {
    const page = await pages.openSwedish('form=children&mode=tablet');
    const leave = page.getByRole('button', { name: 'Avsluta' });
    await leave.click();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await leave.focus();
    await page.keyboard.down('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.up('Enter');
    const words = ['noll', 'ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio'];
    const asked = (await page.getByText('Skriv siffrorna').textContent()) ?? '';
    const [, list = ''] = asked.split(': ');
    const code = list
      .split(', ')
      .map((word) => words.indexOf(word.trim()))
      .join('');
    const field = page.getByRole('dialog').getByRole('textbox');
    await field.fill(code === '123' ? '124' : '123');
    await press(page, 'Lämna enkäten');
    await page.getByText('Det var inte rätt siffror').waitFor();
    await page.route('**/index.html', (route) => route.fulfill({ body: 'the team' }));
    await field.fill(code);
    await press(page, 'Lämna enkäten');
    await page.waitForURL('**/index.html');
    await page.context().close();
  });

  test('a survey that is left alone warns, can be stayed in, and is wiped', async () => {
    const page = await pages.open('form=parents&mode=tablet');
    await page.clock.install();
    await page.reload();
    await page.locator('[data-language=sv]').click();
    await page.clock.runFor(1_000);
    await press(page, 'Börja');
    await page.getByLabel('Stämmer helt').first().check();
    await page.locator('.hold').waitFor();
    await page.clock.runFor(91_000);
    await page.getByRole('dialog', { name: 'Är du kvar?' }).waitFor();
    await press(page, 'Ja, jag är kvar');
    expect(await page.getByLabel('Stämmer helt').first().isChecked()).toBe(true);
    await page.clock.runFor(91_000);
    await page.getByRole('dialog', { name: 'Är du kvar?' }).waitFor();
    await page.clock.runFor(21_000);
    await page.getByRole('heading', { name: 'Välkommen' }).waitFor();
    await page.context().close();
  });
});
