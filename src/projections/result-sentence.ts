import { shareOf } from './change-word.ts';
import { minRevealRespondents, minShownRespondents } from './suppression.ts';
import type {
  AreaTrend,
  ChangeWord,
  Distribution,
  GoalTrend,
  ItemTrend,
  ItemYear,
  Shown,
  Withheld,
} from './views.ts';

type Comparison = '' | 'NoLast' | 'LastWithheld';

/** Every sentence there is: the text stands in locales under `results.sentence.*`. */
export type SentenceKey =
  // An area's or a statement's joint positions, with and without a year before.
  | `sentence.area${'' | 'NoLast' | 'NotPlaced'}`
  | `sentence.statement${'' | 'NoLast' | 'FromCounts' | 'Unknown' | 'NotHere' | 'NotPlaced'}`
  // A share of parents or a number of children; LastWithheld: the year before cannot be shown.
  | `sentence.${'goal' | 'parents' | 'children'}${Comparison}`
  // The team's marks of one year.
  | `sentence.spread${'' | 'Same' | 'NoMarks'}`
  // Why there is no result.
  | `sentence.${Withheld}`;

/**
 * One sentence as data: which text, and what goes into it. Numbers are whole (`share` and `lastShare` in per
 * cent); `change` and `form` are ids that have texts of their own; `count` is what the text's plural goes by.
 */
export interface ResultSentence {
  readonly key: SentenceKey;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * Says what a chart shows for `year`, compared with the year before it in the trend. A trend that holds
 * nothing for `year` says so rather than tell of an older year.
 */
export function resultSentence(
  trend: AreaTrend | GoalTrend | ItemTrend,
  year: number,
): ResultSentence {
  if ('area' in trend) return areaSentence(trend, year);
  if ('goal' in trend) {
    const years = trend.years.map(({ ratings, ...rest }) => ({ ...rest, spread: ratings }));
    return shareSentence('goal', years, year, trend.change);
  }
  if (trend.form === 'reflection') return statementSentence(trend, year);
  return shareSentence(trend.form, trend.years, year, trend.change);
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

function areaSentence({ years, change }: AreaTrend, year: number): ResultSentence {
  const [last, newest] = lastTwo(years);
  if (newest?.year !== year || newest.placed === 0) {
    return { key: 'sentence.areaNotPlaced', params: { year } };
  }
  const now = { year, favourable: newest.favourable, count: newest.placed };
  if (last === undefined || last.placed === 0) {
    return { key: 'sentence.areaNoLast', params: now };
  }
  const before = {
    lastYear: last.year,
    lastFavourable: last.favourable,
    lastPlaced: last.placed,
  };
  return { key: 'sentence.area', params: { ...now, ...before, change } };
}

function statementSentence({ years, change }: ItemTrend, year: number): ResultSentence {
  const [last, newest] = lastTwo(years);
  if (newest?.year !== year || newest.position === null) {
    return { key: 'sentence.statementNotPlaced', params: { year } };
  }
  const { position, positionFromCounts } = newest;
  if (position === 'notHere') return { key: 'sentence.statementNotHere', params: { year } };
  if (typeof position === 'string') return { key: 'sentence.statementUnknown', params: { year } };
  if (positionFromCounts)
    return { key: 'sentence.statementFromCounts', params: { year, position } };
  if (typeof last?.position !== 'number') {
    return { key: 'sentence.statementNoLast', params: { year, position } };
  }
  const before = { lastYear: last.year, lastPosition: last.position };
  return { key: 'sentence.statement', params: { year, position, ...before, change } };
}

interface ShareYear {
  readonly year: number;
  readonly answered: number;
  readonly spread: Shown<Distribution>;
}

function shareSentence(
  subject: 'goal' | 'parents' | 'children',
  years: readonly ShareYear[],
  year: number,
  change: ChangeWord,
): ResultSentence {
  const [last, newest] = lastTwo(years);
  if (newest?.year !== year) return { key: 'sentence.nothing', params: { year } };
  const { spread, answered } = newest;
  if (!spread.shown) return withheldSentence(spread.why, year, answered, minShownRespondents);
  const { favourable, rated } = spread.value;
  const now = {
    year,
    share: perCent(spread.value),
    favourable,
    // A goal's ratings are several a person, so its sentence counts persons.
    count: subject === 'goal' ? answered : rated,
  };
  if (last === undefined) return { key: `sentence.${subject}NoLast`, params: now };
  const lastYear = last.year;
  if (!last.spread.shown) {
    return { key: `sentence.${subject}LastWithheld`, params: { ...now, lastYear, change } };
  }
  const before = {
    lastYear,
    lastShare: perCent(last.spread.value),
    lastFavourable: last.spread.value.favourable,
    lastCount: subject === 'goal' ? last.answered : last.spread.value.rated,
  };
  return { key: `sentence.${subject}`, params: { ...now, ...before, change } };
}

function withheldSentence(
  why: Withheld,
  year: number,
  answered: number,
  least: number,
): ResultSentence {
  return { key: `sentence.${why}`, params: { year, count: answered, least } };
}

function perCent(distribution: Distribution): number {
  const { favourable, of } = shareOf(distribution);
  return Math.round((favourable * 100) / of);
}

function lastTwo<Year>(years: readonly Year[]): [Year | undefined, Year | undefined] {
  return [years.at(-2), years.at(-1)];
}
