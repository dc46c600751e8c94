import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import englishFile from '#locales/en/questions.json' with { type: 'json' };
import questionsFile from '#locales/sv/questions.json' with { type: 'json' };
import { begin, handIn, inSwedish, title } from './answer-steps.ts';
import { thisYear } from './days.ts';
import { expectGone, expectRead, expectShown } from './expect-shown.ts';
import { passKitCheck } from './key-steps.ts';
import { answersOf, closeRound, openRound, phoneLink } from './round-steps.ts';
import { createEye } from './see-screen.ts';
import { setupSpegla, type Spegla } from './setup-spegla.ts';
import { button, goTo, sectionOf, setupCentre } from './team-steps.ts';
import { answer, parents, results, team, wordsOf } from './texts.ts';

const questions = wordsOf(questionsFile);
const english = wordsOf<typeof questionsFile>(englishFile);
const statement = 'Jag hittar lätt till er.';
const choice = 'När passar det dig bäst att komma?';
const open = 'Vad skulle få dig att komma oftare?';

let spegla: Spegla;
beforeAll(async () => {
  spegla = await setupSpegla();
});
afterAll(() => spegla.stop());

/** The editor of the n-th question. */
function editor(page: Page, number: number, kind: 'agree' | 'choice' | 'text') {
  const name = questions('own.number', { number, kind: questions(`own.kind.${kind}`) });
  return page.locator('section.own-question').filter({
    has: page.getByRole('heading', { name, exact: true }),
  });
}

async function addQuestion(
  page: Page,
  number: number,
  kind: 'agree' | 'choice' | 'text',
  words: string,
) {
  await button(page, questions(`own.add.${kind}`)).click();
  const where = editor(page, number, kind);
  const field = where.getByLabel(questions(`own.text.${kind}`), { exact: true });
  await field.fill(words);
  await field.blur();
  await expectShown(where.getByText(team('parts.saved')).first());
  return where;
}

async function makeThree(page: Page): Promise<void> {
  await goTo(page, '#/questions');
  await addQuestion(page, 1, 'agree', statement);
  const second = await addQuestion(page, 2, 'choice', choice);
  for (const [number, words] of [
    [1, 'Förmiddag'],
    [2, 'Eftermiddag'],
    [3, 'Kväll'],
  ] as const) {
    const field = second.getByLabel(questions('own.option', { number })).first();
    await field.fill(words);
    await field.blur();
  }
  await expectShown(second.getByText(questions('own.state.askedFirst')));
  await addQuestion(page, 3, 'text', open);
}

/** From the survey's start to its end on a phone, answering the centre's own questions alone. */
async function answersOwn(page: Page, mark: number, option: string, words: string): Promise<void> {
  await begin(page);
  const own = title(page, answer('local.title', { centre: 'Solrosen' }));
  const review = title(page, answer('review.title'));
  await expectRead(async () => {
    if (await own.isVisible()) return true;
    await button(page, answer('frame.next'))
      .click({ timeout: 1_000 })
      .catch(() => undefined);
    return own.isVisible();
  }, true);
  const pick = (question: string, name: string) =>
    page.getByRole('group', { name: question }).getByRole('radio', { name, exact: true }).check();
  await pick(statement, parents.point('agree4', mark));
  await pick(choice, option);
  if (words !== '') await page.getByLabel(open, { exact: true }).fill(words);
  await button(page, answer('frame.next')).click();
  await button(page, answer('frame.toReview')).click();
  await expectShown(review);
  await handIn(page);
}

it('shows what parents said to the centre’s own questions, from making them to the results', async () => {
  const office = await setupCentre(spegla);
  const { page } = office;
  await makeThree(page);
  const preview = sectionOf(page, questions('own.previewTitle'));
  await expectShown(preview.getByText(choice));
  await openRound(page, 'parents');

  // What is changed after the opening counts from the next round.
  await goTo(page, '#/questions');
  await expectShown(page.getByText(questions('own.nextOpen')));
  const field = editor(page, 1, 'agree').getByLabel(questions('own.text.agree'), { exact: true });
  await field.fill('Något helt annat.');
  await field.blur();
  await expectShown(editor(page, 1, 'agree').getByText(team('parts.saved')).first());

  const link = await phoneLink(page, 'parents');
  for (let parent = 0; parent < 6; parent += 1) {
    const phone = await spegla.phone();
    await phone.page.goto(phone.at(link));
    await inSwedish(phone.page);
    const option = parent < 4 ? 'Förmiddag' : 'Kväll';
    await answersOwn(phone.page, parent === 0 ? 1 : 4, option, parent === 2 ? 'Kaffe' : '');
    await expectShown(phone.page.getByText(answer('thanks.sent')));
    await phone.context.close();
  }
  await goTo(page, `#/${thisYear}/rounds`);
  await expectShown(answersOf(page, 'parents', 6));

  await goTo(page, `#/${thisYear}/results`);
  await expectShown(page.getByText(questions('results.withheld.stillOpen')).first());
  await closeRound(page, 'parents');
  await goTo(page, `#/${thisYear}/results`);
  const section = sectionOf(page, results('parents.title'));
  await expectShown(section.getByRole('heading', { name: statement, exact: true }));
  await expectGone(section.getByText('Något helt annat.'));
  const share = '83\u00a0%';
  const said = questions('results.agree_other', { favourable: 5, count: 6, share });
  await expectShown(section.getByText(said).first());
  const chosen = questions('results.choice', { option: 'Förmiddag', most: 4, count: 6 });
  await expectShown(section.getByText(chosen).first());
  await expectShown(section.getByText('Kaffe', { exact: true }));
  const question = results('quotes.question_one', { question: open, count: 1 });
  await expectShown(section.getByRole('heading', { name: question }));
  const eye = createEye('sv');
  await eye.see(page, 'results-own');
  expect(eye.found).toEqual([]);
  expect(spegla.faults()).toEqual([]);
}, 400_000);

it('moves, removes and brings back a question, in words that everyone can read', async () => {
  const office = await setupCentre(spegla, 'Linden');
  const { page } = office;
  await makeThree(page);
  await button(page, questions('own.label', { what: questions('own.up'), number: 2 })).click();
  await expectShown(editor(page, 1, 'choice'));
  await button(page, questions('own.label', { what: questions('own.remove'), number: 1 })).click();
  await expectGone(editor(page, 1, 'choice'));
  await button(page, team('parts.undo')).last().click();
  await expectShown(editor(page, 1, 'choice'));

  const first = editor(page, 1, 'choice');
  await first.getByText(questions('own.otherLanguages')).click();
  await first.getByLabel(questions('own.language'), { exact: true }).selectOption('ar');
  await expectShown(first.locator('textarea[lang=ar][dir=rtl]'));
  const eye = createEye('sv');
  await eye.see(page, 'questions');
  await goTo(page, `#/${thisYear}/rounds`);
  const section = sectionOf(page, team('forms.parents'));
  await button(section, team('rounds.plan.parents')).click();
  await passKitCheck(section);
  await section.getByText(/13 språk/).click();
  await eye.see(page, 'open-parents');
  expect(eye.found).toEqual([]);

  const inEnglish = createEye('en');
  await button(page, 'English').click();
  await goTo(page, '#/voices/parents');
  await page
    .getByRole('combobox', { name: english('voices.language'), exact: true })
    .selectOption('ar');
  await expectShown(page.locator('.voice-words[lang=ar]'));
  await inEnglish.see(page, 'voices-ar');
  await goTo(page, '#/questions');
  await expectShown(page.getByRole('heading', { name: english('own.title'), exact: true }));
  await inEnglish.see(page, 'questions');
  expect(inEnglish.found).toEqual([]);
  expect(spegla.faults()).toEqual([]);
}, 400_000);
