import { countedItemsOf } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { bookPaths, type GoalCheckField, type GoalField } from '#records/book-paths.ts';
import { countOf, dayOf, membersOf, textOf } from './book-values.ts';
import { keyFigures, type KeyFigure } from './key-figures.ts';
import type { Ledger } from './ledger.ts';

/**
 * What a goal is measured by. Parents' and children's questions and key figures tell next year's follow-up by themselves;
 * a count is filled in by the checks; `words` is whatever the team wrote. The team's own statements are not among them:
 * what stands lowest one year rises by itself the next, so they may only stand beside (as evidence).
 */
export type GoalMeasure =
  | { readonly by: 'parents' | 'children'; readonly id: string }
  | { readonly by: 'keyFigure'; readonly id: KeyFigure }
  | { readonly by: 'count' | 'words' };

export type GoalOutcome = 'reached' | 'partly' | 'not';

/** A short look at a goal during its year. */
export interface GoalCheck {
  readonly id: string;
  readonly day: string;
  readonly note: string;
  readonly count: string;
}

/** How a goal is worked with and followed up, beside what it promises (PriorityGoal). */
export interface GoalPlan {
  readonly actions: string;
  readonly measureBy: GoalMeasure | null;
  readonly baseline: string;
  readonly followWhen: string;
  readonly followHow: string;
  readonly followWho: string;
  readonly outcome: GoalOutcome | null;
  readonly worked: string;
  readonly difference: string;
  /** Why it was chosen although two goals were; empty for the two. */
  readonly beyondTwo: string;
  /** By day, those without one last. */
  readonly checks: readonly GoalCheck[];
}

/** A goal's plan and follow-up as the book has them. */
export function goalPlan({ book }: Ledger, goal: string): GoalPlan {
  const text = (field: GoalField): string => textOf(book.value(bookPaths.goal(goal, field)));
  return {
    actions: text('actions'),
    measureBy: measureOf(book.value(bookPaths.goal(goal, 'measureBy'))),
    baseline: text('baseline'),
    followWhen: dayOf(text('followWhen')),
    followHow: text('followHow'),
    followWho: text('followWho'),
    outcome: outcomes.find((one) => one === text('outcome')) ?? null,
    worked: text('worked'),
    difference: text('difference'),
    beyondTwo: text('beyondTwo').trim(),
    checks: checksOf(book, goal),
  };
}

const outcomes: readonly GoalOutcome[] = ['reached', 'partly', 'not'];

function measureOf(value: unknown): GoalMeasure | null {
  const members = membersOf(value);
  const by = members.get('by');
  const id = members.get('id');
  if (by === 'count' || by === 'words') return { by };
  if (by === 'parents' || by === 'children') {
    const known = countedItemsOf(currentForm(by)).some((item) => item.id === id);
    return known && typeof id === 'string' ? { by, id } : null;
  }
  const figure = keyFigures.find((one) => one === id);
  return by === 'keyFigure' && figure !== undefined ? { by, id: figure } : null;
}

function checksOf(book: Ledger['book'], goal: string): readonly GoalCheck[] {
  const ids = book.paths(`goals/${goal}/checks/`).flatMap((path) => path.split('/')[3] ?? []);
  return [...new Set(ids)]
    .filter((id) => book.value(bookPaths.goalCheck(goal, id, 'removed')) !== true)
    .map((id) => {
      const text = (field: GoalCheckField): string =>
        textOf(book.value(bookPaths.goalCheck(goal, id, field)));
      return { id, day: dayOf(text('day')), note: text('note'), count: text('count') };
    })
    .toSorted((a, b) => ((a.day || '9') < (b.day || '9') ? -1 : 1));
}

/**
 * What was counted last, where a count is the measure; null where nothing was. A check without a day is nobody's last one
 * as long as another has a day.
 */
export function lastCount({ checks }: Pick<GoalPlan, 'checks'>): GoalCheck | null {
  const counted = checks.filter(({ count }) => countOf(Number(count || 'none')) !== null);
  return counted.findLast(({ day }) => day !== '') ?? counted.at(-1) ?? null;
}
