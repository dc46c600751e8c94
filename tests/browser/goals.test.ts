import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dayFromToday, thisYear } from './days.ts';
import { expectGone, expectRead, expectShown } from './expect-shown.ts';
import { setupSpegla, type Spegla } from './setup-spegla.ts';
import { button, goTo, openExample } from './team-steps.ts';
import { meeting, parents, results, team } from './texts.ts';

const near = parents.text('p-near');
const goal1 = results('goalNames.goal1');

describe('two goals for the coming year', () => {
  let spegla: Spegla;
  let page: Page;
  beforeAll(async () => {
    spegla = await setupSpegla();
    page = await openExample(await spegla.device());
  });
  afterAll(() => spegla.stop());
  afterEach(() => expect(spegla.faults()).toEqual([]));

  test('are chosen from the results, with measure, target, responsible and date', async () => {
    await goTo(page, `#/${thisYear}/results`);
    await button(page, results('choose.choose', { name: goal1 })).click();
    await expectShown(page.getByText(results('choose.added', { name: goal1 })));
    const summary = results('parents.items_other', { count: 3, name: goal1 });
    await page.getByText(summary, { exact: true }).click();
    await button(page, results('choose.choose', { name: near })).click();
    await button(page, results('choose.new')).click();
    await expectShown(page.getByText(results('choose.added', { name: near })));
    await page
      .getByRole('link', { name: results('toGoals', { year: thisYear + 1 }) })
      .first()
      .click();

    const due = dayFromToday(200);
    const words = [
      ['due', due],
      ['title', 'Fler hittar hit'],
      ['measure', 'Antal nya familjer i månaden'],
      ['target', 'Från 6 till 12'],
      ['responsible', 'Samordnaren'],
    ] as const;
    for (const [name, value] of words) {
      for (const number of [0, 1]) {
        const field = page.getByLabel(results(`goal.field.${name}`), { exact: true }).nth(number);
        await field.fill(name === 'title' && number === 1 ? 'Lättare att komma' : value);
        await field.blur();
      }
    }
    await expectRead(() => page.getByText(team('parts.saved'), { exact: true }).count(), 10);
    await page.reload();
    await expectShown(page.getByText(goal1));
    for (const [name, value] of words.filter(([name]) => name !== 'title')) {
      const fields = page.getByLabel(results(`goal.field.${name}`), { exact: true });
      await expectRead(() => fields.nth(1).inputValue(), value);
    }
    await goTo(page, `#/${thisYear}`);
    await expectShown(page.getByText(team('overview.state.goalsDone')));
  });

  test('a third is asked why, and stays when the reason is there', async () => {
    await goTo(page, `#/${thisYear}/results`);
    const goal2 = results('goalNames.goal2');
    await button(page, results('choose.choose', { name: goal2 })).click();
    await expectShown(page.getByText(results('goal.twoChosen', { year: thisYear + 1 })));
    const add = button(page, results('goal.addThird'));
    await expectRead(() => add.isDisabled(), true);
    await page.getByLabel(results('goal.whyThird'), { exact: true }).fill('Ledningen bad om det');
    await add.click();
    await expectShown(page.getByText(results('goal.thirdAdded')));
    await goTo(page, `#/${thisYear}/goals`);
    const title = page.getByLabel(results('goal.field.title'), { exact: true });
    await expectRead(() => title.count(), 3);
    const why = page.getByLabel(meeting('plan.beyondTwo'), { exact: true });
    await expectRead(() => why.inputValue(), 'Ledningen bad om det');
    await expectGone(page.getByText(results('goal.tooManyHelp')));
    await goTo(page, `#/${thisYear}`);
    await expectShown(page.getByText(team('overview.state.goalsMore', { count: 3 })));
    await goTo(page, `#/${thisYear}/goals`);
    await button(page, results('goal.removeNumber', { number: 3 })).click();
    await expectRead(() => title.count(), 2);
  });

  test('one that was taken away comes back with one tap', async () => {
    const title = page.getByLabel(results('goal.field.title'), { exact: true });
    await expectRead(() => title.count(), 2);
    await button(page, results('goal.removeNumber', { number: 1 })).click();
    await expectRead(() => title.count(), 1);
    await button(page, team('parts.undo')).click();
    await expectRead(() => title.count(), 2);
  });
});
