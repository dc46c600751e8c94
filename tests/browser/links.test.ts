import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  answerParents,
  begin,
  expectKept,
  handIn,
  inSwedish,
  option,
  title,
} from './answer-steps.ts';
import { dayFromToday } from './days.ts';
import { expectShown } from './expect-shown.ts';
import { closeRound, moveRound, openRound, phoneLink, surveyTitle } from './round-steps.ts';
import { setupSpegla, type Device, type Spegla } from './setup-spegla.ts';
import { button, setupCentre } from './team-steps.ts';
import { answer, english, formats, parents, reflection, team } from './texts.ts';

describe('an answer link that leads nowhere today', () => {
  let spegla: Spegla;
  let coordinator: Device;
  let link: string;
  beforeAll(async () => {
    spegla = await setupSpegla();
    coordinator = await setupCentre(spegla);
    await openRound(coordinator.page, 'parents');
    link = await phoneLink(coordinator.page, 'parents');
  });
  afterAll(() => spegla.stop());
  afterEach(() => expect(spegla.faults()).toEqual([]));

  /** Does something to a round, and waits until its mailbox has been told of it. */
  async function mailboxIsTold(change: () => Promise<void>): Promise<void> {
    const told = coordinator.page.waitForResponse(
      (response) => response.request().method() === 'PUT' && response.url().includes('/rounds/'),
    );
    await change();
    await told;
  }

  test.each([
    ['with its end cut off', (whole: string) => whole.slice(0, -3)],
    ['without its fragment', (whole: string) => whole.replace(/#.*/u, '')],
  ])('a link %s says so, and what to do', async (_, damage) => {
    const phone = await spegla.phone();
    await phone.page.goto(phone.at(damage(link)));
    await expectShown(title(phone.page, answer('message.badLink.title')));
    await expectShown(phone.page.getByText(answer('message.badLink.body')));
  });

  test('a link whose secret was changed opens nothing', async () => {
    const phone = await spegla.phone();
    const [version, round, secret = '', ...rest] = new URL(link).hash.split('.');
    const other = `${secret.startsWith('A') ? 'B' : 'A'}${secret.slice(1)}`;
    const changed = link.replace(/#.*/u, [version, round, other, ...rest].join('.'));
    await phone.page.goto(phone.at(changed));
    await expectShown(title(phone.page, answer('message.unknownRound.title')));
    phone.faults.splice(0, Infinity); // The browser itself reports the refused request.
  });

  test('a link whose card hash was changed is refused', async () => {
    const phone = await spegla.phone();
    const [version, round, secret, hash = '', ...rest] = new URL(link).hash.split('.');
    const other = `${hash.startsWith('A') ? 'B' : 'A'}${hash.slice(1)}`;
    const changed = link.replace(/#.*/u, [version, round, secret, other, ...rest].join('.'));
    await phone.page.goto(phone.at(changed));
    await expectShown(title(phone.page, answer('message.cardRefused.title')));
  });

  test('without a network on the first visit to a round it says so, and one tap tries again', async () => {
    await openRound(coordinator.page, 'reflection');
    const other = await phoneLink(coordinator.page, 'reflection');
    const { page, at, wire } = await spegla.phone();
    await page.goto(at(link));
    await inSwedish(page);
    await expectShown(title(page, surveyTitle(parents.title)));
    await expectKept(page);

    wire.cut();
    await page.goto('about:blank');
    await page.goto(at(other));
    await expectShown(title(page, answer('message.unreachable.title')));
    wire.mend();
    await button(page, answer('message.unreachable.action')).click();
    await expectShown(title(page, surveyTitle(reflection.title)));
  });

  test('before its first day and after its last it tells the day, and follows a moved date', async () => {
    const phone = await spegla.phone();
    const [tomorrow, lastWeek, yesterday] = [1, -7, -1].map((days) => dayFromToday(days));
    await mailboxIsTold(() => moveRound(coordinator.page, 'parents', { opens: tomorrow ?? '' }));
    await phone.page.goto(phone.at(link));
    await inSwedish(phone.page);
    await expectShown(title(phone.page, answer('message.notYetOpen.title')));
    const opens = answer('message.notYetOpen.body', { date: formats.day(tomorrow ?? '') });
    await expectShown(phone.page.getByText(opens));

    const past = { opens: lastWeek ?? '', closes: yesterday ?? '' };
    await mailboxIsTold(() => moveRound(coordinator.page, 'parents', past));
    await expectShown(coordinator.page.getByText(team('rounds.state.ended'), { exact: true }));
    await phone.page.reload();
    await inSwedish(phone.page);
    await expectShown(title(phone.page, answer('message.closed.title')));
    await expectShown(phone.page.getByText(answer('message.closed.body')));
  });

  test('a round that was closed by a tap is closed at once, but who has begun may hand in', async () => {
    await mailboxIsTold(() => moveRound(coordinator.page, 'parents', { opens: dayFromToday(0) }));
    const begun = await spegla.phone();
    await begun.page.goto(begun.at(link));
    await inSwedish(begun.page);
    await begin(begun.page);
    await option(begun.page, parents.text('p-near'), parents.point('agree4', 4)).check();

    await mailboxIsTold(() => closeRound(coordinator.page, 'parents'));
    const late = await spegla.phone();
    await late.page.goto(late.at(link));
    await inSwedish(late.page);
    await expectShown(title(late.page, answer('message.closed.title')));
    await expectShown(late.page.getByText(answer('message.closed.body')));
    // Whoever reads no Swedish is told in their own language.
    await late.page.getByLabel(answer('language.label')).selectOption('en');
    await expectShown(title(late.page, english.answer('message.closed.title')));

    await button(begun.page, answer('frame.back')).click();
    await answerParents(begun.page, {});
    await handIn(begun.page);
    await expectShown(begun.page.getByText(answer('thanks.sent')));
  });
});
