import type { OpenCentre } from '#app/team/team-app.ts';
import { goalsToChoose } from '#projections/goals-to-choose.ts';
import { yearSteps, type Step } from './year-steps.ts';

/** A year's steps as the centre stands now. */
export function stepsOf(centre: OpenCentre, year: number): readonly Step[] {
  const board = centre.board(year);
  return yearSteps({
    year,
    today: centre.today.value,
    rounds: centre.rounds.value,
    // Who talks openly has a meeting under way without the spread.
    revealed: board.revealed || board.openTalk,
    positionsLeft: board.positionsLeft,
    goals: centre.goals(year + 1).length,
    goalsUndecided: goalsToChoose(centre.ledger.value, year + 1).length > 0,
    purged: centre.custody.purgedForms(year),
  });
}
