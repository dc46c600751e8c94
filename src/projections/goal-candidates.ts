import { scales } from '#instruments/scales.ts';
import { bookPaths } from '#records/book-paths.ts';
import { shortlistAnswer } from './improvement-candidates.ts';
import type { Ledger } from './ledger.ts';
import { priorityGoals } from './priority-goals.ts';
import { themeOf, type ThemeId } from './themes.ts';
import type { GoalShare, ItemTrend, ItemYear, ResultsView } from './views.ts';

/** What the team thinks of whether it can change something in the year that the goals are for. */
export type CanChange = 'yes' | 'no' | 'unsure' | null;

/** A statement as a possible goal, with what speaks for it beside it. There is no score. */
export interface GoalCandidate {
  readonly item: string;
  readonly theme: ThemeId | null;
  /** The joint position; null where none is on the scale. */
  readonly position: number | null;
  /** That of the year before; null where none stands to be compared with. */
  readonly lastPosition: number | null;
  /** The lowest and the highest mark of the team; null while the spread is not shown. */
  readonly spread: { readonly low: number; readonly high: number } | null;
  /** The parents' share for the same theme. */
  readonly parents: GoalShare | null;
  /** The children's answers for the same theme. */
  readonly children: readonly { readonly item: string; readonly year: ItemYear }[];
  /** It stood behind a goal of the year that the results are from. */
  readonly wasGoal: boolean;
  readonly canChange: CanChange;
}

/** In which order candidates are shown: one plain rule at a time, which the screen says and the team can change. */
export const candidateOrders = [
  'lowest',
  'divided',
  'fallen',
  'parents',
  'canChange',
  'form',
] as const;
export type CandidateOrder = (typeof candidateOrders)[number];

/** The statements of a year's results as candidates for the next year's goals, in the order of the form. */
export function goalCandidates(ledger: Ledger, view: ResultsView): readonly GoalCandidate[] {
  const { year } = view;
  const evidence = new Set(priorityGoals(ledger, year).flatMap((goal) => goal.evidence));
  return view.statements.flatMap((trend): GoalCandidate[] => {
    const now = trend.years.find((one) => one.year === year);
    if (now === undefined) return [];
    const theme = themeOf(trend.item);
    const share = view.parentGoals
      .find(({ goal }) => goal === theme?.goal)
      ?.years.find((one) => one.year === year)?.share;
    return [
      {
        item: trend.item,
        theme: theme?.id ?? null,
        position: stopOf(now),
        // Worded otherwise, it says nothing of whether this year's has risen or fallen.
        lastPosition: now.continues ? stopOf(yearBefore(trend, year)) : null,
        spread: spreadOf(now),
        parents: share?.shown === true ? share.value : null,
        children: view.children.flatMap(({ item, years }) => {
          const ofYear = years.find((one) => one.year === year);
          return theme?.children.includes(item) === true && ofYear !== undefined
            ? [{ item, year: ofYear }]
            : [];
        }),
        wasGoal: evidence.has(trend.item),
        canChange: canChangeOf(ledger, year, trend.item),
      },
    ];
  });
}

/** Sorts by one rule; what the rule knows nothing of comes last, and ties keep the order of the form. */
export function orderCandidates(
  candidates: readonly GoalCandidate[],
  order: CandidateOrder,
): readonly GoalCandidate[] {
  const key = keys[order];
  return candidates.toSorted((a, b) => {
    const [first, second] = [key(a), key(b)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return first - second;
  });
}

/** By order: what is sorted on, the smallest first; null where it is not known. */
const keys: Readonly<Record<CandidateOrder, (candidate: GoalCandidate) => number | null>> = {
  lowest: ({ position }) => position,
  divided: ({ spread }) => (spread === null ? null : spread.low - spread.high),
  fallen: ({ position, lastPosition }) =>
    position === null || lastPosition === null ? null : position - lastPosition,
  parents: ({ parents }) => parents?.share ?? null,
  canChange: ({ canChange }) =>
    canChange === null ? null : { yes: 0, unsure: 1, no: 2 }[canChange],
  form: () => 0,
};

/** The very year before: that is what the table's "since last year" says. */
function yearBefore({ years }: ItemTrend, year: number): ItemYear | undefined {
  return years.find((one) => one.year === year - 1);
}

function stopOf(year: ItemYear | undefined): number | null {
  return typeof year?.position === 'number' ? year.position : null;
}

function spreadOf({ spread }: ItemYear): GoalCandidate['spread'] {
  if (!spread.shown) return null;
  const marked = scales.working6.points.filter(
    (point) => (spread.value.points.get(point) ?? 0) > 0,
  );
  return marked.length === 0 ? null : { low: Math.min(...marked), high: Math.max(...marked) };
}

/**
 * What the team has said where it chooses goals; or else, unless it took that back, what it said in the year's meeting,
 * which asks the same.
 */
function canChangeOf({ book }: Ledger, year: number, item: string): CanChange {
  const said = book.value(bookPaths.canChange(year + 1, item));
  if (said === 'yes' || said === 'no' || said === 'unsure') return said;
  if (said !== undefined) return null;
  const inMeeting = shortlistAnswer(book.value(bookPaths.shortlist(year, item)));
  return inMeeting === null ? null : ({ yes: 'yes', later: 'no', no: 'no' } as const)[inMeeting];
}
