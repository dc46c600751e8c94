import { expect, it } from 'vitest';
import { noteGoalCheck } from '#app/team/goal-notes.ts';
import { shortlistStatement, talkOpenly } from '#app/team/meeting-notes.ts';
import type { Draft } from '#app/answer/answer-app.ts';
import { goalPlan, lastCount } from '#projections/goal-plan.ts';
import { improvementCandidates } from '#projections/improvement-candidates.ts';
import { keyFigureOf } from '#projections/key-figures.ts';
import { positionHistory } from '#projections/position-history.ts';
import { bookPaths } from '#records/book-paths.ts';
import { plain } from '../projections/centre-records.ts';
import { until } from '../app/until.ts';
import { colleagueMarks, staffCount } from './people.ts';
import {
  announcedTeamLink,
  setupShortScenario,
  type Scenario,
  type TeamDevice,
} from './scenario.ts';

interface Team {
  readonly story: Scenario;
  readonly office: TeamDevice;
  readonly tablet: TeamDevice;
  readonly round: string;
}

/** A centre on two devices with an open self-reflection. */
async function setupTeam(services?: readonly string[]): Promise<Team> {
  const story = await setupShortScenario('2027-01-11T09:00:00');
  const office = story.teamDevice('Kontoret');
  const tablet = story.teamDevice('Surfplattan');
  await office.createsCentre();
  if (services !== undefined) await office.centre.setField(bookPaths.centreServices, services);
  await office.centre.nameMailbox(story.mailbox.origin, story.mailbox.code);
  await tablet.joins(await announcedTeamLink(office));
  // January's reflection belongs to the year before.
  const round = await office.centre.openRound('reflection', 2026, '2027-01-04', '2027-01-31');
  await until(tablet.centre.rounds, ({ length }) => length === 1);
  await Promise.all([office.isInStep(), tablet.isInStep()]);
  return { story, office, tablet, round };
}

/** Three of nine mark on the tablet, the others on phones of their own. */
async function everyoneMarks({ story, office, tablet, round }: Team): Promise<void> {
  const said = (colleague: number): Partial<Draft> => ({
    ...colleagueMarks(colleague),
    texts: colleague % 3 === 0 ? { r02: `Kommentar ${colleague}` } : {},
  });
  const shared = await tablet.opensTablet(round);
  for (const colleague of [0, 1, 2]) {
    expect(shared.app.draft.value).toEqual({ marks: {}, choices: {}, texts: {} });
    await shared.handsIn(said(colleague));
  }
  await shared.isSent();
  shared.close();
  const link = await office.printsPoster(round);
  for (let colleague = 3; colleague < staffCount; colleague += 1) {
    const phone = await story.opens(link);
    await phone.handsIn(said(colleague));
    await phone.isSent();
    phone.close();
  }
  const here = ({ centre }: TeamDevice) =>
    until(centre.rounds, ([only]) => only?.answered === staffCount && only.textCount === 3);
  await Promise.all([here(office), here(tablet)]);
}

it('leads nine colleagues from their own marks to goals, in two sittings on two devices', async () => {
  const team = await setupTeam();
  const { story, office, tablet, round } = team;
  await office.centre.setField(bookPaths.roundInvited(round), 9);
  await everyoneMarks(team);

  // Counts, not contents, until the reveal.
  const before = office.centre.board(2026);
  expect(before).toMatchObject({ answered: 9, invited: 9, revealed: false });
  expect(before.items.flatMap(({ comments }) => comments)).toEqual([]);
  expect(await office.centre.revealRound(round)).toBe(true);
  await until(tablet.centre.ledger, () => tablet.centre.board(2026).revealed);
  const r02 = (device: TeamDevice) =>
    device.centre.board(2026).items.find(({ item }) => item === 'r02');
  expect(r02(office)?.comments.toSorted()).toEqual(['Kommentar 0', 'Kommentar 3', 'Kommentar 6']);
  expect(r02(tablet)?.comments).toEqual(r02(office)?.comments);

  // The first sitting settles what all agree on and the most divided; the order stands.
  const { order, unanimousOpen } = office.centre.board(2026);
  for (const item of unanimousOpen) await office.centre.agreePosition(2026, item, 5);
  for (const item of order.slice(0, 10)) await office.centre.agreePosition(2026, item, 3);
  await office.isInStep();

  // Three weeks later, on the other device, the rest: the same order, and what is left.
  story.itIs('2027-02-01T13:00:00');
  await until(tablet.centre.ledger, () => tablet.centre.board(2026).positionsLeft === 14);
  expect(tablet.centre.board(2026).order).toEqual(order);
  for (const item of tablet.centre.board(2026).agenda) {
    await tablet.centre.agreePosition(2026, item, 4);
  }
  await tablet.centre.setField(
    bookPaths.positionReservation(2026, 'r02'),
    'BVC ser det annorlunda',
  );
  await tablet.centre.agreePosition(2026, 'r02', 4);
  await until(
    office.centre.ledger,
    () => r02(office)?.reservation !== '' && r02(office)?.position === 4,
  );
  const past = positionHistory(office.centre.ledger.value, 2026, 'r02');
  expect(past.map(({ mark, by, stands }) => [mark, by, stands])).toEqual([
    [3, 'Kontoret', false],
    [4, 'Surfplattan', true],
    [null, 'Surfplattan', true],
  ]);

  // From what stands low to what can be affected, and from there to a goal that fills itself in.
  const { ledger } = office.centre;
  const [first] = improvementCandidates(ledger.value, office.centre.board(2026));
  if (first === undefined) throw new Error('nothing to improve');
  await shortlistStatement(office.centre, 2026, first.item, 'yes');
  const empty = { title: '', because: '', measure: '', target: '', responsible: '', due: '' };
  const goal = await office.centre.addGoal({ ...empty, year: 2027, evidence: [first.item] });
  await office.centre.setGoalField(goal, 'measureBy', { by: 'count' });
  await office.centre.setGoalField(goal, 'followWhen', '2027-05-03');
  await until(tablet.centre.ledger, () => tablet.centre.goals(2027).length === 1);

  // The year after: a check with a count, and what came of it, for the next meeting's opening.
  story.itIs('2027-05-03T09:00:00');
  await noteGoalCheck(tablet.centre, goal, 'may', 'day', '2027-05-03');
  await noteGoalCheck(tablet.centre, goal, 'may', 'count', '19');
  await tablet.centre.setGoalField(goal, 'outcome', 'partly');
  await tablet.centre.setGoalField(goal, 'difference', 'Fler pappor kommer på tisdagar.');
  await tablet.centre.setField(bookPaths.keyFigure(2027, 'slussning'), 41);
  await until(ledger, (now) => keyFigureOf(now, 2027, 'slussning') === 41);
  const plan = goalPlan(ledger.value, goal);
  expect(plan).toMatchObject({ outcome: 'partly', difference: 'Fler pappor kommer på tisdagar.' });
  expect(lastCount(plan)?.count).toBe('19');
  await Promise.all([office.isInStep(), tablet.isInStep()]);
  expect(plain(office.centre.board(2026))).toBe(plain(tablet.centre.board(2026)));
});

it('lets four without a kurator talk openly at once, and never asks them about the kurator', async () => {
  const team = await setupTeam(['midwifery', 'childHealth', 'openPreschool']);
  const { office, tablet, round } = team;
  const shared = await tablet.opensTablet(round);
  for (let colleague = 0; colleague < 4; colleague += 1) {
    // What the form does not ask this centre is not taken, whatever a page says.
    await shared.handsIn({ marks: { r01: colleague + 1, r21: 6 }, texts: { r22: 'Vi har ingen' } });
  }
  await shared.isSent();
  shared.close();
  await until(office.centre.rounds, ([only]) => only?.answered === 4);
  expect(office.centre.board(2026)).toMatchObject({ smallTeam: true, canReveal: true });
  expect(office.centre.rounds.value[0]?.textCount).toBe(0);

  await talkOpenly(office.centre, 2026, true);
  await until(tablet.centre.ledger, () => tablet.centre.board(2026).openTalk);
  const board = tablet.centre.board(2026);
  expect(board).toMatchObject({ revealed: false, positionsLeft: 28 });
  expect(board.items.every(({ spread }) => !spread.shown)).toBe(true);
  expect(board.order).not.toContain('r21');
  for (const item of board.order) await tablet.centre.agreePosition(2026, item, 4);
  await until(office.centre.ledger, () => office.centre.board(2026).positionsLeft === 0);
});

it('shows both values where two tablets agreed apart, and keeps both in the history after the tap', async () => {
  const { office, tablet } = await setupTeam();
  office.world.goOffline();
  tablet.world.goOffline();
  await office.centre.agreePosition(2026, 'r17', 5);
  await tablet.centre.agreePosition(2026, 'r17', 2);
  await office.centre.agreePosition(2026, 'r18', 6);
  await tablet.centre.agreePosition(2026, 'r19', 1);
  await tablet.centre.setField(bookPaths.positionComment(2026, 'r17'), 'Vi menar hela året');
  office.world.goOnline();
  tablet.world.goOnline();
  for (const { centre } of [office, tablet]) {
    await until(centre.contested, ({ length }) => length === 1);
    expect(centre.contested.value[0]?.path).toBe(bookPaths.positionMark(2026, 'r17'));
    const now = (item: string) =>
      centre.board(2026).items.find((one) => one.item === item)?.position;
    await until(centre.ledger, () => now('r18') === 6 && now('r19') === 1);
  }
  await tablet.centre.agreePosition(2026, 'r17', 2);
  for (const { centre } of [office, tablet]) {
    await until(centre.contested, ({ length }) => length === 0);
    const marks = positionHistory(centre.ledger.value, 2026, 'r17').filter(
      ({ what }) => what === 'mark',
    );
    expect(marks.filter(({ mark }) => mark === 2)).toHaveLength(2);
    expect(marks.filter(({ mark }) => mark === 5)).toHaveLength(1);
    expect(marks.at(-1)).toMatchObject({ mark: 2, by: 'Surfplattan', stands: true });
  }
});
