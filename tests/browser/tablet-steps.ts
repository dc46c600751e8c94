import type { Locator, Page } from 'playwright-core';
import { title } from './answer-steps.ts';
import { expectRead, expectShown } from './expect-shown.ts';
import { button } from './team-steps.ts';
import { answer, swedish, type Words } from './texts.ts';

export const childQuestions = ['c-feel', 'c-decide', 'c-listen'] as const;

/** A face by its word. */
export function face(page: Page, words: string): Locator {
  return page.getByRole('radio', { name: words, exact: true });
}

/** Taps until the tap counts: right after a screen has come, taps are taken for the end of the last one. */
async function tap(what: Locator, counted: () => Promise<boolean>): Promise<void> {
  await expectShown(what);
  await expectRead(async () => {
    if (await counted()) return true;
    await what.click({ timeout: 1_000, force: true }).catch(() => undefined);
    return counted();
  }, true);
}

export async function tapFace(page: Page, words: string): Promise<void> {
  await expectShown(page.getByText(words, { exact: true }));
  const radio = face(page, words);
  await tap(page.getByText(words, { exact: true }), () => radio.isChecked());
}

export async function tapOn(page: Page, words: string, heading: string): Promise<void> {
  await tap(button(page, words), () => title(page, heading).isVisible());
}

/** The adult's part, up to the practice question. */
export async function startChild(page: Page, { tablet, children }: Words = swedish): Promise<void> {
  await expectShown(title(page, tablet('child.adultTitle')));
  await page.getByText(tablet('child.from4to6'), { exact: true }).click();
  await page.getByText(tablet('child.alone'), { exact: true }).click();
  await button(page, tablet('child.give')).click();
  await expectShown(title(page, tablet('child.want')));
  await tapOn(page, tablet('child.wantYes'), children.text('c-practice'));
}

/** The practice question met, up to the first question that counts. */
export async function practise(page: Page, { tablet, children }: Words = swedish): Promise<void> {
  await tapFace(page, children.point('yes3', 3));
  await tapOn(page, tablet('child.next'), children.text('c-feel'));
}

/** The three questions, answered alike; ends at the celebration. */
export async function answerChild(
  page: Page,
  point: number,
  { tablet, children }: Words = swedish,
): Promise<void> {
  for (const [index, item] of childQuestions.entries()) {
    await expectShown(title(page, children.text(item)));
    await tapFace(page, children.point(item === 'c-feel' ? 'feeling3' : 'yes3', point));
    const next = childQuestions[index + 1];
    const heading = next === undefined ? tablet('child.done') : children.text(next);
    await tapOn(page, tablet('child.next'), heading);
  }
}

/** Holds the quiet button for as long as it wants, and types the digits that stand there in words. */
export async function leaveTablet(page: Page): Promise<void> {
  const { tablet } = swedish;
  await openGate(page);
  const dialog = page.getByRole('dialog');
  const words = (await dialog.textContent()) ?? '';
  const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
  const code = digits
    .map((digit) => ({ digit, at: words.indexOf(tablet(`tablet.digits.${digit}`)) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ digit }) => digit);
  await dialog.getByRole('textbox').fill(code.join(''));
  await button(dialog, tablet('tablet.gateOpen')).click();
  await page.waitForURL((url) => !url.pathname.endsWith('answer.html'));
}

export async function openGate(page: Page, { tablet }: Words = swedish): Promise<void> {
  const hold = button(page, tablet('tablet.leave'));
  await hold.hover();
  await page.mouse.down();
  await expectShown(page.getByRole('dialog'));
  await page.mouse.up();
}

/** Hands the tablet over to the next colleague. */
export async function handOver(page: Page): Promise<void> {
  await button(page, answer('thanks.handOver')).click();
}
