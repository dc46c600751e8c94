import type { GoalPlan } from './goal-plan.ts';
import type { PriorityGoal } from './views.ts';

/** What helps to make a goal measurable: a checklist, never a gate. */
export const measurableSigns = [
  'difference',
  'source',
  'baseline',
  'number',
  'day',
  'person',
] as const;
export type MeasurableSign = (typeof measurableSigns)[number];

/**
 * Which of the signs a goal has. `difference`: it says what shall be different. `source`: it names what it is measured by.
 * `baseline`: it says where things stand now, or points at a survey's question, which does. `number`: its target has a figure in it, so that one can tell whether it was
 * reached. `day` and `person`: by when, and who.
 */
export function measurableSignsOf(
  goal: Pick<PriorityGoal, 'title' | 'measure' | 'target' | 'due' | 'responsible'>,
  plan: Pick<GoalPlan, 'measureBy' | 'baseline'>,
): ReadonlySet<MeasurableSign> {
  const has: Readonly<Record<MeasurableSign, boolean>> = {
    difference: goal.title.trim() !== '',
    source:
      (plan.measureBy !== null && plan.measureBy.by !== 'words') || goal.measure.trim() !== '',
    baseline:
      plan.baseline.trim() !== '' ||
      plan.measureBy?.by === 'parents' ||
      plan.measureBy?.by === 'children',
    number: /\p{Nd}/u.test(goal.target),
    day: goal.due !== '',
    person: goal.responsible.trim() !== '',
  };
  return new Set(measurableSigns.filter((sign) => has[sign]));
}
