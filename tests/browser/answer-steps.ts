import type { Locator, Page } from 'playwright-core';
import { expectRead, expectShown } from './expect-shown.ts';
import { button } from './team-steps.ts';
import { swedish, type Words } from './texts.ts';

/** The words of a step, in any of the languages that answer. */
type Said<Name extends keyof Words> = Pick<Words, Name>;

/** The statements that a test's parent answers, each on a screen of its own section. */
export const parentSections = [
  'goal1',
  'goal2',
  'goal3',
  'goal4',
  'goal5',
  'child',
  'open',
  'background',
] as const;
export type ParentSection = (typeof parentSections)[number];

/** Chooses a language on the first screen. */
export async function chooseLanguage(page: Page, { welcome }: Said<'welcome'>): Promise<void> {
  await page.getByRole('button', { name: welcome('start') }).click();
}

export async function inSwedish(page: Page): Promise<void> {
  await chooseLanguage(page, swedish);
}

/** The heading of a screen. */
export function title(page: Page, name: string): Locator {
  return page.getByRole('heading', { name, exact: true, level: 1 });
}

/** One answer of a statement, by the words that stand there. */
export function option(page: Page, question: string, words: string): Locator {
  return page
    .getByRole('group', { name: question })
    .getByRole('radio', { name: words, exact: true });
}

export async function begin(page: Page, { answer }: Said<'answer'> = swedish): Promise<void> {
  // From a phone that has answered before, one goes in as one more person.
  await button(page, answer('start.begin'))
    .or(button(page, answer('thanks.another')))
    .click();
}

export async function next(
  page: Page,
  heading: string,
  { answer }: Said<'answer'> = swedish,
): Promise<void> {
  await button(page, answer('frame.next')).click();
  await expectShown(title(page, heading));
}

/** From the start of the parents' survey to its review, giving these points; untouched statements are skipped. */
export async function answerParents(
  page: Page,
  points: Readonly<Record<string, number>>,
  texts: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { answer, parents } = swedish;
  await begin(page);
  for (const section of parentSections) {
    await expectShown(title(page, parents.section(section)));
    for (const [item, point] of Object.entries(points)) {
      const choice = option(page, parents.text(item), parents.point('agree4', point));
      if ((await choice.count()) > 0) await choice.check();
    }
    for (const [item, words] of Object.entries(texts)) {
      const field = page.getByLabel(parents.text(item), { exact: true });
      if ((await field.count()) > 0) await field.fill(words);
    }
    const last = section === 'background';
    await button(page, answer(last ? 'frame.toReview' : 'frame.next')).click();
  }
  await expectShown(title(page, answer('review.title')));
}

export async function handIn(page: Page, { answer }: Said<'answer'> = swedish): Promise<void> {
  await button(page, answer('review.handIn')).click();
  await expectShown(title(page, answer('thanks.title')));
}

/** Waits until the worker keeps everything that the page has fetched: from now on the page opens without a network. */
export async function expectKept(page: Page): Promise<void> {
  const missing = (): Promise<string[]> =>
    page.evaluate(async () => {
      if (navigator.serviceWorker.controller === null) return ['the worker'];
      const assets = performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.includes('/assets/'));
      const kept = await Promise.all(assets.map((url) => caches.match(url)));
      return assets.filter((_, index) => kept[index] === undefined);
    });
  await expectRead(missing, []);
}
