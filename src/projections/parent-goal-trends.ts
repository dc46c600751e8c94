import type { GoalId } from '#instruments/form.ts';
import { applicableItems } from './applicable-items.ts';
import { formYears, type FormYear } from './form-year.ts';
import { goalShare, persons } from './goal-share.ts';
import { isOneLine, isSameSeries } from './item-series.ts';
import type { Ledger } from './ledger.ts';
import type { Share } from './newcombe-interval.ts';
import { compareNewest, differenceOfShares, newestVerdict } from './verdict.ts';
import type { Comparison, Distribution, GoalShare, GoalTrend, GoalYear, Shown } from './views.ts';

/** The parents' goals (and what the child finds), each over its shown items, year by year. */
export function parentGoalTrends(ledger: Ledger, upToYear: number): readonly GoalTrend[] {
  const ofForm = formYears(ledger, 'parents', upToYear);
  const itemsByGoal = new Map<GoalId, string[]>();
  for (const { id, goal } of applicableItems(ledger, 'parents')) {
    if (goal === undefined) continue;
    itemsByGoal.set(goal, [...(itemsByGoal.get(goal) ?? []), id]);
  }
  return [...itemsByGoal].map(([goal, items]) => goalTrend(goal, items, ofForm));
}

function goalTrend(goal: GoalId, items: readonly string[], ofForm: readonly FormYear[]): GoalTrend {
  const asked = ofForm.filter((year) => items.some((item) => year.items.has(item)));
  const years = asked.map((year, at) => goalYear(year, items, asked[at - 1]));
  const comparisons = compareNewest(
    asked.map((ofYear, at) => ({ ofYear, share: years[at]?.share ?? nothing })),
    ({ share }) => share,
    (newest, earlier) => {
      const comparison = comparisonOf(newest.ofYear, earlier.ofYear, items);
      if (!comparison.comparable) return comparison;
      const { difference } = comparison.positive;
      return { ...comparison, contradicted: movesApart(difference, newest.share, earlier.share) };
    },
  );
  return { goal, items, years, comparisons, verdict: newestVerdict(comparisons) };
}

const nothing: Shown<GoalShare> = { shown: false, why: 'nothing' };

/** Only shown items enter: with one item withheld, a full total minus the shown ones would give it away. */
function goalYear(
  ofForm: FormYear,
  items: readonly string[],
  before: FormYear | undefined,
): GoalYear {
  const { year, source, answered } = ofForm;
  const continues =
    before === undefined ||
    items.some((item) => isOneLine(before.series.get(item), ofForm.series.get(item)));
  const spreads = items.flatMap((item) => ofForm.items.get(item) ?? []);
  const shown = shownOf(ofForm, items);
  const why = spreads.flatMap((spread) => (spread.shown ? [] : [spread.why]))[0] ?? 'tooFew';
  const share: GoalYear['share'] =
    shown.size === 0 ? { shown: false, why } : { shown: true, value: goalShare(shown) };
  return { year, source, answered, share, continues };
}

/** The tables of those items that are shown, by item. */
function shownOf(ofForm: FormYear, items: readonly string[]): ReadonlyMap<string, Distribution> {
  return new Map(
    items.flatMap((item) => {
      const spread = ofForm.items.get(item);
      return spread?.shown === true ? [[item, spread.value] as const] : [];
    }),
  );
}

/** Like with like: over the items that both years show, asked in the same way. */
function comparisonOf(newest: FormYear, earlier: FormYear, items: readonly string[]): Comparison {
  const { year } = earlier;
  const same = items.filter((item) =>
    isSameSeries(newest.series.get(item), earlier.series.get(item)),
  );
  if (same.length === 0) return { year, comparable: false, why: 'notComparable' };
  const [now, before] = [shownOf(newest, same), shownOf(earlier, same)];
  const both = same.filter((item) => now.has(item) && before.has(item));
  if (both.length === 0) {
    const isEither = [newest, earlier].some((one) => shownOf(one, items).size === 0);
    return { year, comparable: false, why: isEither ? 'tooFew' : 'notComparable' };
  }
  const personsOf = (shown: ReadonlyMap<string, Distribution>): Share =>
    persons(both.flatMap((item) => shown.get(item) ?? []));
  const positive = differenceOfShares(personsOf(now), personsOf(before));
  return { year, comparable: true, positive, top: null, items: both, contradicted: false };
}

/** Whether the shares as shown, over all of each year's items, move otherwise than the like-for-like difference. */
function movesApart(difference: number, now: Shown<GoalShare>, before: Shown<GoalShare>): boolean {
  if (!now.shown || !before.shown) return false;
  return Math.sign(now.value.share - before.value.share) !== Math.sign(difference);
}
