import { itemShares } from './item-shares.ts';
import type { Estimate } from './newcombe-interval.ts';
import { minRevealRespondents, minShownRespondents } from './suppression.ts';
import { verdictOf } from './verdict.ts';
import type {
  AreaTrend,
  AreaYear,
  Comparison,
  Distribution,
  GoalTrend,
  GoalYear,
  ItemTrend,
  ItemYear,
  Shown,
  Verdict,
  Withheld,
} from './views.ts';

/** Every sentence there is: the text stands in locales under `results.*`. */
export type SentenceKey =
  // An area's or a statement's joint positions, and how they stood the year before.
  | `sentence.area${'' | 'Before' | 'NotPlaced'}`
  | `sentence.statement${'' | 'Moved' | 'Stayed' | 'FromCounts' | 'Differs' | 'Unknown' | 'NotHere' | 'NotPlaced'}`
  // A share of parents or a number of children, and the same of the year before.
  | `sentence.${'goal' | 'parents' | 'children'}${'' | 'Before'}`
  | `sentence.${'beforeWithheld' | 'firstYear' | 'difference'}`
  // What may be said of two years.
  | `verdict.${Verdict | 'earlierForm' | 'noDifference'}`
  // The team's marks of one year.
  | `sentence.spread${'' | 'Same' | 'NoMarks'}`
  // Why there is no result.
  | `sentence.${Withheld}`;

/**
 * One sentence as data: which text, and what goes into it. Numbers are whole (shares in per cent, differences in
 * percentage points); positions are stops of the scale; `count` is what the text's plural goes by.
 */
export interface ResultSentence {
  readonly key: SentenceKey;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * Says what a chart shows for `year`, beside the last year before it that can be, and what may be said of the two: the same
 * sentences on the screen, as a chart's description, in the report and in files. A trend that holds nothing for `year`
 * says so rather than tell of an older year. `least`: from how many answers this centre shows anything.
 */
export function resultSentences(
  trend: AreaTrend | GoalTrend | ItemTrend,
  year: number,
  least: number = minShownRespondents,
): readonly ResultSentence[] {
  if ('area' in trend) return areaSentences(trend, year);
  if ('goal' in trend) return goalSentences(trend, year, least);
  return trend.form === 'reflection'
    ? statementSentences(trend, year)
    : itemSentences(trend, year, least);
}

/** Says how the team's own marks of one statement and year lie, or why that is not shown. */
export function spreadSentence({ year, answered, spread }: ItemYear): ResultSentence {
  if (!spread.shown) return withheldSentence(spread.why, year, answered, minRevealRespondents);
  const { points, rated } = spread.value;
  const marked = [...points].flatMap(([point, count]) => (count > 0 ? [point] : []));
  if (marked.length === 0) return { key: 'sentence.spreadNoMarks', params: { year } };
  const [low, high] = [Math.min(...marked), Math.max(...marked)];
  return low === high
    ? { key: 'sentence.spreadSame', params: { year, count: rated, position: low } }
    : { key: 'sentence.spread', params: { year, count: rated, low, high } };
}

/** What may be said of the newest year and one earlier year; the parents' single questions only have a difference. */
export function comparisonSentence(
  comparison: Comparison,
  earlier: { readonly source: ItemYear['source'] },
  form: 'goal' | ItemTrend['form'],
): ResultSentence {
  const { year } = comparison;
  const lastYear = { lastYear: year };
  const verdict = verdictOf(comparison);
  if (!comparison.comparable) {
    const isEarlierForm = verdict === 'notComparable' && earlier.source === 'history';
    return { key: `verdict.${isEarlierForm ? 'earlierForm' : verdict}`, params: lastYear };
  }
  const { difference, lower, upper } = comparison.positive;
  if (form === 'parents') {
    const params = { difference: points(difference), lower: points(lower), upper: points(upper) };
    return { key: 'sentence.difference', params: { ...lastYear, ...params } };
  }
  // Nothing to ascribe to chance where the shares are the same.
  const isSame = verdict === 'cannotTell' && Math.abs(difference) < 1e-9;
  return { key: isSame ? 'verdict.noDifference' : `verdict.${verdict}`, params: lastYear };
}

function areaSentences({ years }: AreaTrend, year: number): readonly ResultSentence[] {
  const [last, newest] = lastTwo(years);
  if (newest?.year !== year || newest.placed === 0) {
    return [{ key: 'sentence.areaNotPlaced', params: { year } }];
  }
  const params = (of: AreaYear) => ({
    year: of.year,
    favourable: of.favourable,
    count: of.placed,
  });
  const now = { key: 'sentence.area', params: params(newest) } as const;
  if (last === undefined || last.placed === 0) return [now, firstYear];
  if (!newest.continues) return [now, reworded(last.year)];
  return [now, { key: 'sentence.areaBefore', params: params(last) }];
}

function statementSentences({ years }: ItemTrend, year: number): readonly ResultSentence[] {
  const [last, newest] = lastTwo(years);
  const unplaced: ResultSentence = { key: 'sentence.statementNotPlaced', params: { year } };
  if (newest?.year !== year) return [unplaced];
  const { position, positionsDiffer } = newest;
  if (positionsDiffer) return [{ key: 'sentence.statementDiffers', params: { year } }];
  if (position === null) return [middleSentence(newest) ?? unplaced];
  if (position === 'notHere') return [{ key: 'sentence.statementNotHere', params: { year } }];
  if (typeof position === 'string') return [{ key: 'sentence.statementUnknown', params: { year } }];
  const now = { year, position };
  if (typeof last?.position !== 'number') {
    // What was counted of an earlier form stands beside; the team has not moved from it.
    const before = last === undefined ? firstYear : middleSentence(last);
    return [{ key: 'sentence.statement', params: now }, ...(before === null ? [] : [before])];
  }
  if (!newest.continues) return [{ key: 'sentence.statement', params: now }, reworded(last.year)];
  const both = { ...now, lastYear: last.year, lastPosition: last.position };
  const isSame = last.position === position;
  return [{ key: isSame ? 'sentence.statementStayed' : 'sentence.statementMoved', params: both }];
}

/** An earlier form's counts in place of a position; null where there are none. */
function middleSentence({ year, middleOfCounts }: ItemYear): ResultSentence | null {
  if (middleOfCounts === null) return null;
  return { key: 'sentence.statementFromCounts', params: { year, position: middleOfCounts } };
}

function goalSentences(trend: GoalTrend, year: number, least: number): readonly ResultSentence[] {
  const newest = trend.years.at(-1);
  if (newest?.year !== year) return [{ key: 'sentence.nothing', params: { year } }];
  if (!newest.share.shown)
    return [withheldSentence(newest.share.why, year, newest.answered, least)];
  return [
    goalSentence(trend, newest, ''),
    ...besideEarlier(
      trend,
      ({ share }) => share,
      'goal',
      (earlier) => goalSentence(trend, earlier, 'Before'),
    ),
  ];
}

function goalSentence(
  { items }: GoalTrend,
  { year, share }: GoalYear,
  when: '' | 'Before',
): ResultSentence {
  if (!share.shown) return { key: 'sentence.nothing', params: { year } };
  const params = {
    year,
    share: perCent(share.value.share),
    ...bounds(share.value),
    count: share.value.mostRated,
    items: share.value.items.length,
    allItems: items.length,
  };
  return { key: `sentence.goal${when}`, params };
}

function itemSentences(trend: ItemTrend, year: number, least: number): readonly ResultSentence[] {
  const newest = trend.years.at(-1);
  if (newest?.year !== year) return [{ key: 'sentence.nothing', params: { year } }];
  const { spread } = newest;
  if (!spread.shown) return [withheldSentence(spread.why, year, newest.answered, least)];
  const subject = trend.form === 'children' ? 'children' : 'parents';
  return [
    { key: `sentence.${subject}`, params: shareParams(year, spread.value) },
    ...besideEarlier(
      trend,
      (earlier) => earlier.spread,
      trend.form,
      (earlier, value) => ({
        key: `sentence.${subject}Before`,
        params: shareParams(earlier.year, value),
      }),
    ),
  ];
}

/**
 * What is said beside the newest year: that the year before is not shown, where it is not; and the year that the newest
 * was held against, which is then an older one, with what may be said of the two.
 */
function besideEarlier<Year extends Pick<ItemYear, 'year' | 'source'>, Value>(
  { years, comparisons }: Pick<ItemTrend, 'comparisons'> & { readonly years: readonly Year[] },
  shownOf: (year: Year) => Shown<Value>,
  form: 'goal' | ItemTrend['form'],
  before: (earlier: Year, value: Value) => ResultSentence,
): readonly ResultSentence[] {
  const [last] = lastTwo(years);
  if (last === undefined) return [firstYear];
  const withheld: readonly ResultSentence[] = shownOf(last).shown
    ? []
    : [{ key: 'sentence.beforeWithheld', params: { lastYear: last.year } }];
  const comparison = comparisons.at(-1);
  const earlier = years.find(({ year }) => year === comparison?.year);
  if (comparison === undefined || earlier === undefined) return withheld;
  const shown = shownOf(earlier);
  return [
    ...withheld,
    ...(shown.shown ? [before(earlier, shown.value)] : []),
    comparisonSentence(comparison, earlier, form),
  ];
}

/** A text pack has worded it otherwise since: the two years are not held against each other. */
function reworded(lastYear: number): ResultSentence {
  return { key: 'verdict.notComparable', params: { lastYear } };
}

const firstYear: ResultSentence = { key: 'sentence.firstYear', params: {} };

function shareParams(year: number, value: Distribution): ResultSentence['params'] {
  const { favourable, rated } = value;
  const shares = itemShares('yes3', value);
  const numbers = { year, favourable, count: rated };
  if (shares === null) return { ...numbers, share: 0, lower: 0, upper: 100 };
  return { ...numbers, share: perCent(shares.positive.share), ...bounds(shares.positive) };
}

function withheldSentence(
  why: Withheld,
  year: number,
  answered: number,
  least: number,
): ResultSentence {
  return { key: `sentence.${why}`, params: { year, count: answered, least } };
}

function bounds({ lower, upper }: Estimate): { readonly lower: number; readonly upper: number } {
  return { lower: perCent(Math.max(0, lower)), upper: perCent(Math.min(1, upper)) };
}

function perCent(share: number): number {
  return Math.round(share * 100);
}

/** Signed percentage points, with the minus sign that a text has. */
function points(difference: number): string {
  const whole = perCent(difference);
  if (whole === 0) return '0';
  return whole > 0 ? `+${whole}` : `−${-whole}`;
}

function lastTwo<Year>(years: readonly Year[]): [Year | undefined, Year | undefined] {
  return [years.at(-2), years.at(-1)];
}
