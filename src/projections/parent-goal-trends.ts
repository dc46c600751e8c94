import type { GoalId } from '#instruments/form.ts';
import { applicableItems } from './applicable-items.ts';
import { addDistributions } from './distribution.ts';
import { formYears, type FormYear } from './form-year.ts';
import { isOneLine, isSameSeries } from './item-series.ts';
import type { Ledger } from './ledger.ts';
import { respondentShareDifference, respondentShareEstimate } from './respondent-share.ts';
import { compareNewest, newestVerdict } from './verdict.ts';
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
  const shown = items.filter((item) => ofForm.items.get(item)?.shown === true);
  const why = spreads.flatMap((spread) => (spread.shown ? [] : [spread.why]))[0] ?? 'tooFew';
  const share: GoalYear['share'] =
    shown.length === 0
      ? { shown: false, why }
      : { shown: true, value: shareOver(ofForm, shown, spreads) };
  return { year, source, answered, share, continues };
}

function shareOver(
  ofForm: FormYear,
  items: readonly string[],
  spreads: readonly Shown<Distribution>[],
): GoalShare {
  const byRespondent = ofForm.shareOf(items);
  if (byRespondent !== null) {
    const { respondents, ratings } = byRespondent;
    const estimate = respondentShareEstimate(byRespondent);
    return { estimate, share: estimate.share, respondents, items, ratings };
  }
  // Counts alone do not say whose marks belong together: a share of the marks, and no interval.
  const { rated, favourable } = addDistributions(
    spreads.flatMap((spread) => (spread.shown ? [spread.value] : [])),
  );
  const share = rated === 0 ? 0 : favourable / rated;
  return { estimate: null, share, respondents: ofForm.answered, items, ratings: rated };
}

/** Like with like: over the items that both years show, asked in the same way. */
function comparisonOf(newest: FormYear, earlier: FormYear, items: readonly string[]): Comparison {
  const { year } = earlier;
  const isShown = (ofForm: FormYear, item: string): boolean =>
    ofForm.items.get(item)?.shown === true;
  const same = items.filter((item) =>
    isSameSeries(newest.series.get(item), earlier.series.get(item)),
  );
  if (same.length === 0) return { year, comparable: false, why: 'notComparable' };
  const both = same.filter((item) => isShown(newest, item) && isShown(earlier, item));
  const [now, before] = [newest.shareOf(both), earlier.shareOf(both)];
  if (both.length === 0) {
    const isEither = [newest, earlier].some((one) => !items.some((item) => isShown(one, item)));
    return { year, comparable: false, why: isEither ? 'tooFew' : 'notComparable' };
  }
  if (now === null || before === null) return { year, comparable: false, why: 'notComparable' };
  const positive = respondentShareDifference(now, before);
  return { year, comparable: true, positive, top: null, items: both, contradicted: false };
}

/** Whether the shares as shown, over all of each year's items, move otherwise than the like-for-like difference. */
function movesApart(difference: number, now: Shown<GoalShare>, before: Shown<GoalShare>): boolean {
  if (!now.shown || !before.shown) return false;
  return Math.sign(now.value.share - before.value.share) !== Math.sign(difference);
}
