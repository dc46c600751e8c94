import type { Locator, Page } from 'playwright-core';
import paperFile from '#locales/sv/paper.json' with { type: 'json' };
import paperWorkFile from '#locales/sv/paper-work.json' with { type: 'json' };
import { thisYear } from './days.ts';
import { expectShown } from './expect-shown.ts';
import { goTo, sectionOf } from './team-steps.ts';
import { team, wordsOf } from './texts.ts';

export const paper = wordsOf(paperFile);
export const paperWork = wordsOf(paperWorkFile);

/** A sheet of paper as a printer gets it: how many pages, and the size of the first in points. */
export async function printed(page: Page): Promise<{ pages: number; size: readonly number[] }> {
  await page.emulateMedia({ media: null });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width = 0, height = 0] =
    /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/u.exec(pdf)?.map(Number) ?? [];
  return {
    pages: pdf.match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0,
    size: [Math.round(width), Math.round(height)],
  };
}

/** Width and height of A4 in points. */
export const a4 = [595, 842];

/** From a round's panel to what is printed of it, or entered from it. */
export async function goByPanel(
  page: Page,
  form: 'parents' | 'reflection',
  way: string,
): Promise<void> {
  await goTo(page, `#/${thisYear}/rounds`);
  const section = sectionOf(page, team(`forms.${form}`));
  await section.getByRole('link', { name: way, exact: true }).click();
  await expectShown(page.getByRole('heading', { level: 1 }));
}

/** Makes the picker hold just these languages. */
export async function pickLanguages(page: Page, codes: readonly string[]): Promise<void> {
  const options = page.locator('.picker-language');
  const boxOf = (code: string): Locator =>
    options.filter({ has: page.locator(`[lang="${code}"]`) }).getByRole('checkbox');
  for (const code of codes) await boxOf(code).check();
  for (const box of await options.all()) {
    const code = (await box.locator('[lang]').getAttribute('lang')) ?? '';
    if (!codes.includes(code)) await boxOf(code).uncheck();
  }
}
