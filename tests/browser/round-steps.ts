import type { Locator, Page } from 'playwright-core';
import { dayFromToday, thisYear } from './days.ts';
import { expectGone, expectShown } from './expect-shown.ts';
import { passKitCheck } from './key-steps.ts';
import { button, copied, goTo, sectionOf } from './team-steps.ts';
import { answer, team } from './texts.ts';

export type Form = 'parents' | 'children' | 'reflection';

export interface RoundDays {
  readonly opens?: string;
  readonly closes?: string;
}

/**
 * Opens a round that is open today, unless other days are given. A centre that is on this device alone has to save a
 * copy of itself first.
 */
export async function openRound(page: Page, form: Form, days: RoundDays = {}): Promise<void> {
  await goTo(page, `#/${thisYear}/rounds`);
  const section = sectionOf(page, team(`forms.${form}`));
  const another = button(section, `${team('rounds.another')}: ${team(`forms.${form}`)}`);
  await button(section, team(`rounds.plan.${form}`))
    .or(another)
    .click();
  await passKitCheck(section);
  await fillDays(section, days);
  await button(section, team('rounds.openNow')).click();
  const way = section.getByRole('link', { name: team('rounds.tablet') });
  const copyFirst = button(section, team('rounds.copyFirst'));
  await expectShown(way.or(copyFirst));
  if (await copyFirst.isVisible()) await copyFirst.click();
  await expectShown(way);
}

/** Moves a round's days, as a coordinator does who closes earlier or opens later. */
export async function moveRound(page: Page, form: Form, days: RoundDays): Promise<void> {
  await goTo(page, `#/${thisYear}/rounds`);
  const section = sectionOf(page, team(`forms.${form}`));
  await button(section, `${team('rounds.changeDates')}: ${team(`forms.${form}`)}`).click();
  await fillDays(section, days);
  await button(section, team('rounds.saveDates')).click();
  await expectShown(page.getByText(team('rounds.datesSaved')));
}

async function fillDays(section: Locator, days: RoundDays): Promise<void> {
  const { opens = dayFromToday(-1), closes = dayFromToday(20) } = days;
  await section.getByLabel(team('rounds.opens'), { exact: true }).fill(opens);
  await section.getByLabel(team('rounds.closes'), { exact: true }).fill(closes);
}

export async function closeRound(page: Page, form: Form, families = ''): Promise<void> {
  await goTo(page, `#/${thisYear}/rounds`);
  await button(page, `${team('rounds.close')}: ${team(`forms.${form}`)}`).click();
  const dialog = page.getByRole('dialog');
  if (families !== '') await dialog.getByLabel(team('rounds.familiesAsk')).fill(families);
  await button(dialog, team('rounds.close')).click();
  await expectShown(page.getByText(team('rounds.closed'), { exact: true }));
}

/** The answer link of a form's round, once the mailbox knows of the round. */
export async function phoneLink(page: Page, form: Form): Promise<string> {
  await goTo(page, `#/${thisYear}/rounds`);
  await expectShown(page.getByText(team('sync.synced')));
  await expectGone(page.getByText(team('rounds.pending')));
  return copied(page, button(page, `${team('rounds.copyLink')}: ${team(`forms.${form}`)}`));
}

/** The address that "open on this tablet" leads to. */
export async function tabletLink(page: Page, form: Form): Promise<string> {
  const section = sectionOf(page, team(`forms.${form}`));
  const way = section.getByRole('link', { name: team('rounds.tablet') });
  return new URL((await way.getAttribute('href')) ?? '', page.url()).href;
}

/** "Open on this tablet", in this very tab; ends at the survey's first screen. */
export async function openOnTablet(page: Page, form: Form): Promise<void> {
  await goTo(page, `#/${thisYear}/rounds`);
  const section = sectionOf(page, team(`forms.${form}`));
  await section.getByRole('link', { name: team('rounds.tablet') }).click();
  await page.waitForURL(/answer\.html/);
}

/** How many have answered, as the rounds screen says it. */
export function answersOf(page: Page, form: Form, count: number): Locator {
  const words = count === 1 ? team('rounds.answers_one') : team('rounds.answers_other', { count });
  return sectionOf(page, team(`forms.${form}`)).getByText(words, { exact: true });
}

/** The words of a survey's start. */
export function surveyTitle(title: string): string {
  return answer('start.year', { title, year: thisYear });
}
