import type { Locator, Page } from 'playwright-core';
import { title } from './answer-steps.ts';
import { expectRead, expectShown } from './expect-shown.ts';
import { button } from './team-steps.ts';
import { answer, swedish, type Words } from './texts.ts';

/** The words of the child's tablet, in any of the languages that answer. */
type ChildWords = Pick<Words, 'tablet' | 'children'>;

export const childQuestions = ['c-feel', 'c-decide', 'c-listen'] as const;

/** A face by its word. */
export function face(page: Page, words: string): Locator {
  return page.getByRole('radio', { name: words, exact: true });
}

/** Does it until it counts: right after a screen has come, taps and keys are taken for the end of the last one. */
async function until(counted: () => Promise<boolean>, act: () => Promise<unknown>): Promise<void> {
  // What is not there (any more) has not counted.
  const isCounted = (): Promise<boolean> => counted().catch(() => false);
  await expectRead(async () => {
    if (await isCounted()) return true;
    await act().catch(() => undefined);
    return isCounted();
  }, true);
}

/** Chooses a face by its key, so that nothing moves by itself while a test looks. */
export async function tapFace(page: Page, words: string): Promise<void> {
  await expectShown(page.getByText(words, { exact: true }));
  const radio = face(page, words);
  await until(
    () => radio.isChecked({ timeout: 1_000 }),
    () => radio.press('Space', { timeout: 1_000 }),
  );
}

/** Taps a face as a child does: it answers with its reaction, and then the next screen comes by itself. */
export async function touchFace(page: Page, words: string, heading: string): Promise<void> {
  const picture = page.locator('.face-option').filter({ hasText: words });
  await until(
    () => title(page, heading).isVisible(),
    async () => {
      if (!(await face(page, words).isChecked({ timeout: 1_000 }))) {
        await picture.click({ timeout: 1_000 });
      }
    },
  );
}

export async function tapOn(page: Page, words: string, heading: string): Promise<void> {
  await until(
    () => title(page, heading).isVisible(),
    () => button(page, words).click({ timeout: 1_000, force: true }),
  );
}

/** The adult's part: tells of the child, and hands the tablet over. */
export async function giveTablet(page: Page, { tablet }: ChildWords = swedish): Promise<void> {
  await expectShown(title(page, tablet('child.adultTitle')));
  for (const words of [tablet('child.from4to6'), tablet('child.alone')]) {
    const tile = page.getByRole('radio', { name: words, exact: true });
    await until(
      () => tile.isChecked({ timeout: 1_000 }),
      () => tile.check({ timeout: 1_000 }),
    );
  }
  await button(page, tablet('child.give')).click();
  await expectShown(title(page, tablet('child.want')));
}

/** The adult's part, and the child's yes: up to the practice question. */
export async function startChild(page: Page, words: ChildWords = swedish): Promise<void> {
  await giveTablet(page, words);
  await tapOn(page, words.tablet('child.wantYes'), words.children.text('c-practice'));
}

/** The practice question met, up to the first question that counts. */
export async function practise(
  page: Page,
  { tablet, children }: ChildWords = swedish,
): Promise<void> {
  await tapFace(page, children.point('yes3', 3));
  await tapOn(page, tablet('child.next'), children.text('c-feel'));
}

/** The three questions, answered alike; ends at the celebration. */
export async function answerChild(
  page: Page,
  point: number,
  { tablet, children }: ChildWords = swedish,
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

export async function openGate(page: Page, { tablet }: ChildWords = swedish): Promise<void> {
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
