import type { Page } from 'playwright-core';
import reflectionEnglish from '#locales/en/reflection.json' with { type: 'json' };
import reflectionSwedish from '#locales/sv/reflection.json' with { type: 'json' };
import { begin, handIn, next, option, title } from './answer-steps.ts';
import { expectShown } from './expect-shown.ts';
import { button } from './team-steps.ts';
import { swedish, wordsOf, type Words } from './texts.ts';

const areas = [
  'general',
  'earlySupportParents',
  'learning',
  'earlySupportStaff',
  'equality',
  'collaboration',
] as const;

/** What one colleague says: a stop for some statements, and a comment at some. */
export interface Colleague {
  readonly marks: Readonly<Record<string, number>>;
  readonly comments?: Readonly<Record<string, string>>;
}

/** From the reflection's start to its thanks, area by area; what is not named is left out. */
export async function reflect(
  page: Page,
  { marks, comments = {} }: Colleague,
  words: Words = swedish,
): Promise<void> {
  const { answer, reflection } = words;
  await begin(page, words);
  for (const [place, area] of areas.entries()) {
    if (place === 0) await expectShown(title(page, reflection.section(area)));
    else await next(page, reflection.section(area), words);
    for (const [item, point] of Object.entries(marks)) {
      const stop = option(page, reflection.text(item), reflection.point('working6', point));
      if ((await stop.count()) > 0) await stop.check();
    }
    for (const [item, comment] of Object.entries(comments)) {
      const question = page.locator(`#q-${item}`);
      if ((await question.count()) === 0) continue;
      await question.locator('summary').click();
      await question.getByRole('textbox').fill(comment);
    }
  }
  await button(page, answer('frame.toReview')).click();
  await expectShown(title(page, answer('review.title')));
  await handIn(page, words);
}

const reflectionWords = {
  sv: wordsOf(reflectionSwedish),
  en: wordsOf<typeof reflectionSwedish>(reflectionEnglish),
};

/** The texts of the reflection's page that are neither a statement nor a scale. */
export function reflectionText(words: Words = swedish) {
  return reflectionWords[words.language];
}

/** The tablet goes from one colleague to the next: handed over behind the curtain, which the next one draws aside. */
export async function changeHands(page: Page, words: Words = swedish): Promise<void> {
  const say = reflectionText(words);
  await button(page, words.answer('thanks.handOver')).click();
  await expectShown(title(page, say('curtain.title')));
  await button(page, say('curtain.draw')).click();
}
