import { goalPlan } from './goal-plan.ts';
import type { Ledger } from './ledger.ts';
import { priorityGoals } from './priority-goals.ts';
import { priorityGoalsPerYear } from './suppression.ts';
import type { PriorityGoal } from './views.ts';

/**
 * The goals of a year among which the team still has to choose, as when two devices wrote apart: more than two that
 * nobody has said why they stand beyond the two. None where a third was chosen with a reason.
 */
export function goalsToChoose(ledger: Ledger, year: number): readonly PriorityGoal[] {
  const unreasoned = priorityGoals(ledger, year).filter(
    ({ id }) => goalPlan(ledger, id).beyondTwo === '',
  );
  return unreasoned.length > priorityGoalsPerYear ? unreasoned : [];
}
