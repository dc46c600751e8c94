import type { Page } from 'playwright-core';
import { begin, next, option, parentSections, title, type ParentSection } from './answer-steps.ts';
import type { AnswerWords } from './answer-words.ts';
import { expectShown } from './expect-shown.ts';
import { startOffice, type Office } from './kiosk-office.ts';
import type { Spegla } from './setup-spegla.ts';
import { button } from './team-steps.ts';

/** A centre that asks parents and children, and the ways in to both surveys. */
export interface AnswerLinks {
  readonly office: Office;
  /** As a parent's phone opens it. */
  readonly parents: string;
  /** As the centre's tablet opens it. */
  readonly children: string;
}

export async function setupAnswerLinks(spegla: Spegla): Promise<AnswerLinks> {
  const office = await startOffice(spegla);
  const { phone: parents } = await office.opensRound('parents');
  return { office, parents, children: await office.opensKiosk('children') };
}

/** Past the start of the parents' survey, with its first statement answered. */
export async function answerOne(page: Page, words: AnswerWords): Promise<void> {
  await begin(page, words);
  await option(page, words.parents.text('p-near'), words.parents.point('agree4', 4)).check();
}

/** From the first section of the parents' survey to its review; `see` looks at each of the others on the way. */
export async function passSections(
  page: Page,
  words: AnswerWords,
  see: (section: ParentSection) => Promise<void> = async () => {},
): Promise<void> {
  for (const section of parentSections.slice(1)) {
    await next(page, words.parents.section(section), words);
    await see(section);
  }
  await button(page, words.answer('frame.toReview')).click();
  await expectShown(title(page, words.answer('review.title')));
}
