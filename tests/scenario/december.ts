import { expect, it } from 'vitest';
import { countedItemsOf } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { bookPaths } from '#records/book-paths.ts';
import * as expected from './expected.ts';
import * as people from './people.ts';
import type { TeamDevice } from './scenario.ts';
import type { Year } from './year.ts';

/** December: the team reflects, agrees, and chooses its two goals. */
export function tellDecember(year: Year): void {
  const { story, office, tablet, soon, roundView } = year;

  it('has nine colleagues mark the statements on the shared tablet, one after another', async () => {
    story.itIs('2026-12-07T15:00:00');
    const shared = await tablet.opensTablet(year.rounds.reflection);
    for (let colleague = 0; colleague < people.staffCount; colleague += 1) {
      if (colleague === 2) {
        await soon(() => roundView('reflection')?.answered === 2, office);
        expect(await office.centre.revealRound(year.rounds.reflection)).toBe(false);
      }
      expect(shared.app.draft.value.marks).toEqual({});
      await shared.handsIn(people.colleagueMarks(colleague));
    }
    shared.close();
    await soon(() => roundView('reflection')?.answered === 9, office);
    const before = office.centre.board(2026);
    expect(before).toMatchObject({ answered: 9, revealed: false, canReveal: true });
    expect(before.items.every(({ spread }) => !spread.shown)).toBe(true);
  });

  it('reveals the spread and agrees on 30 joint positions, half of them on each device', async () => {
    expect(await office.centre.revealRound(year.rounds.reflection)).toBe(true);
    await soon(() => tablet.centre.board(2026).revealed);
    expect(tablet.centre.board(2026).agenda.join(' ')).toBe(expected.agenda);
    expect(tablet.centre.board(2026).unanimousOpen).toEqual(expected.unanimous);

    const statements = countedItemsOf(currentForm('reflection'));
    for (const [at, { id }] of statements.entries()) {
      const { centre } = at < 15 ? office : tablet;
      await centre.agreePosition(2026, id, people.jointPosition(at));
      if (at % 5 === 4)
        await centre.setField(bookPaths.positionComment(2026, id), `Vi tycker olika om ${id}`);
    }
    await tablet.centre.setField(
      bookPaths.positionReservation(2026, 'r30'),
      'Jag ser det annorlunda',
    );
    await tablet.centre.closeRound(year.rounds.reflection, null);
    const isDone = (device: TeamDevice) => device.centre.board(2026).positionsLeft === 0;
    await soon(() => isDone(office) && roundView('reflection')?.closed === true, office);
    await soon(() => isDone(tablet));
    const last = office.centre.board(2026).items.find(({ item }) => item === 'r30');
    expect(last).toMatchObject({
      position: 4,
      comment: 'Vi tycker olika om r30',
      reservation: 'Jag ser det annorlunda',
    });
  });

  it('chooses two priority goals, and settles with one tap what two devices wrote at once', async () => {
    const goal = {
      year: 2027,
      because: 'Var tredje förälder har inte fått den hjälp de behövde',
      evidence: ['p-help-needed'],
      measure: 'p-help-needed',
      target: '75 %',
      responsible: 'Kuratorn',
      due: '2027-11-30',
    };
    const help = await office.centre.addGoal({ ...goal, title: 'Hjälp i tid' });
    await soon(() => tablet.centre.goals(2027).length === 1);
    await tablet.centre.addGoal({ ...goal, title: 'Fler får vara med och bestämma' });
    await soon(() => office.centre.goals(2027).length === 2, office);
    expect(office.centre.goals(2027).map(({ title }) => title)).toEqual([
      'Hjälp i tid',
      'Fler får vara med och bestämma',
    ]);

    office.world.goOffline();
    tablet.world.goOffline();
    await office.centre.setGoalField(help, 'target', '70 %');
    await tablet.centre.setGoalField(help, 'target', '80 %');
    office.world.goOnline();
    tablet.world.goOnline();
    const path = bookPaths.goal(help, 'target');
    const targets = ({ centre }: TeamDevice) =>
      centre.contested.value.flatMap((field) =>
        field.path === path
          ? field.choices.map(({ value, by }) => `${by}: ${JSON.stringify(value)}`)
          : [],
      );
    for (const device of [office, tablet]) {
      await soon(() => targets(device).length === 2, device);
      expect(targets(device).toSorted()).toEqual(['Kontoret: "70 %"', 'Surfplattan: "80 %"']);
    }

    await tablet.centre.setGoalField(help, 'target', '80 %');
    for (const device of [office, tablet]) {
      await soon(() => device.centre.contested.value.length === 0, device);
      expect(device.centre.goals(2027)[0]?.target).toBe('80 %');
    }
  });
}
