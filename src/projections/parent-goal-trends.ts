import type { GoalId } from '#instruments/form.ts';
import { applicableItems } from './applicable-items.ts';
import { changeOfNewest, changeOfShares, changeWhenWithheld } from './change-word.ts';
import { addDistributions } from './distribution.ts';
import { formYears, type FormYear } from './form-year.ts';
import type { Ledger } from './ledger.ts';
import type { Share } from './newcombe-interval.ts';
import type { ChangeWord, Distribution, GoalTrend, GoalYear } from './views.ts';

/** A goal's year and the shown distributions behind it, by item id. */
interface PooledYear {
  readonly ofGoal: GoalYear;
  readonly shownItems: ReadonlyMap<string, Distribution>;
}

/** The parents' goals (and what the child finds), each with its shown items' ratings together, year by year. */
export function parentGoalTrends(ledger: Ledger, upToYear: number): readonly GoalTrend[] {
  const ofForm = formYears(ledger, 'parents', upToYear);
  const itemsByGoal = new Map<GoalId, string[]>();
  for (const { id, goal } of applicableItems(ledger, 'parents')) {
    if (goal === undefined) continue;
    itemsByGoal.set(goal, [...(itemsByGoal.get(goal) ?? []), id]);
  }
  return [...itemsByGoal].map(([goal, items]): GoalTrend => {
    const years = ofForm.flatMap((year) => goalYear(year, items) ?? []);
    return {
      goal,
      items,
      years: years.map(({ ofGoal }) => ofGoal),
      change: changeOfNewest(years, changeOfGoals),
    };
  });
}

/** A total holds shown items only: with one item withheld, a full total minus the shown ones would give it away. */
function goalYear(ofForm: FormYear, items: readonly string[]): PooledYear | undefined {
  const { year, source, answered } = ofForm;
  const spreads = items.flatMap((item) => {
    const spread = ofForm.items.get(item);
    return spread === undefined ? [] : [{ item, spread }];
  });
  const [first] = spreads;
  if (first === undefined) return undefined;
  const shownItems = new Map(
    spreads.flatMap(({ item, spread }) => (spread.shown ? [[item, spread.value] as const] : [])),
  );
  const ratings: GoalYear['ratings'] =
    shownItems.size > 0
      ? { shown: true, value: addDistributions(shownItems.values()) }
      : { shown: false, why: first.spread.shown ? 'tooFew' : first.spread.why };
  return { ofGoal: { year, source, answered, ratings }, shownItems };
}

/**
 * Compares the items shown in both years, like with like; where the shares as shown point the other way,
 * nothing is told.
 */
function changeOfGoals(last: PooledYear, newest: PooledYear): ChangeWord {
  const [before, now] = [last.ofGoal.ratings, newest.ofGoal.ratings];
  if (!now.shown) return changeWhenWithheld(now.why);
  if (!before.shown) return changeWhenWithheld(before.why);
  const both = [...newest.shownItems.keys()].filter((item) => last.shownItems.has(item));
  if (both.length === 0) return 'cannotTell';
  const change = changeOfShares(
    effectiveShare(last.shownItems, both),
    effectiveShare(newest.shownItems, both),
  );
  const asShown = Math.sign(
    now.value.favourable * before.value.rated - before.value.favourable * now.value.rated,
  );
  const told = change === 'better' ? 1 : -1;
  return change === 'cannotTell' || asShown === told ? change : 'cannotTell';
}

/**
 * One parent rates several items of a goal, and one parent's ratings are alike, so they are not independent
 * observations. The effective number is ratings per item, about the number of persons: as if each parent's
 * ratings were all the same (a design effect of the number of items, the most it can be; Kish 1965). That
 * errs on the side of "cannot tell".
 */
function effectiveShare(shown: ReadonlyMap<string, Distribution>, items: readonly string[]): Share {
  const pooled = addDistributions(items.flatMap((item) => shown.get(item) ?? []));
  return {
    favourable: pooled.favourable / items.length,
    of: pooled.rated / items.length,
  };
}
