import type { Mark } from '#instruments/form.ts';
import { scales } from '#instruments/scales.ts';
import {
  hybridInterval,
  wilsonInterval,
  z95,
  type Estimate,
  type Interval,
} from './newcombe-interval.ts';
import { studentT95 } from './student-t.ts';

/**
 * A goal's share: each respondent's own share of favourable marks among the goal's items that he or she rated, and the
 * mean of those. As sums, so that they can be kept after the answers are gone.
 */
export interface RespondentShare {
  /** Respondents who rated at least one of the items. */
  readonly respondents: number;
  /** Marks on the scale, over all respondents and items. */
  readonly ratings: number;
  /** Sum of the respondents' own shares, and of their squares. */
  readonly sum: number;
  readonly squares: number;
}

/** Adds up respondents, with how many of the items they rated, and how many favourably. */
export interface RespondentSum {
  /** `times` respondents who are alike. Whoever rated none is not counted. */
  add(rated: number, favourable: number, times: number): void;
  share(): RespondentShare;
}

export function createRespondentSum(): RespondentSum {
  let [respondents, ratings, sum, squares] = [0, 0, 0, 0];
  return {
    add: (rated, favourable, times) => {
      if (rated === 0) return;
      const share = favourable / rated;
      respondents += times;
      ratings += rated * times;
      sum += share * times;
      squares += share ** 2 * times;
    },
    share: () => ({ respondents, ratings, sum, squares }),
  };
}

/** Adds up respondents, each given as the marks of the goal's items on the parents' scale. */
export function respondentShare(
  respondents: Iterable<readonly (Mark | undefined)[]>,
): RespondentShare {
  const total = createRespondentSum();
  for (const marks of respondents) {
    const rated = marks.filter((mark) => typeof mark === 'number');
    total.add(rated.length, rated.filter(isFavourable).length, 1);
  }
  return total.share();
}

const leastFavourable = Math.min(...scales.agree4.favourable);

/** Whether a point of the parents' scale is on its favourable side, which is its upper end. */
export function isFavourable(point: number): boolean {
  return point >= leastFavourable;
}

/**
 * The share with its 95 % interval. One person's marks are alike, so the interval is Wilson's at the effective number
 * of independent answers: share × (1 − share) over the variance between respondents' means, lowered by (z/t)² since
 * that variance is itself estimated (Korn & Graubard 1998, Survey Methodology 24:193–201; Dean & Pagano 2015, J Surv
 * Stat Methodol 3:484–503). It is never taken to be more than the marks given, nor fewer than the respondents: a
 * share's variance cannot be above that of a yes or no with the same mean. `respondents` must be above 0.
 */
export function respondentShareEstimate(of: RespondentShare): Estimate {
  // Sums of thirds end a hair above the number of respondents.
  const share = Math.min(1, of.sum / of.respondents);
  const effective = effectiveNumber(of, share);
  return { share, ...wilsonInterval({ favourable: share * effective, of: effective }) };
}

/** The 95 % interval for the difference of two years' shares, `newest` − `last`: other respondents, so independent. */
export function respondentShareDifference(
  newest: RespondentShare,
  last: RespondentShare,
): Interval & { readonly difference: number } {
  const [now, before] = [respondentShareEstimate(newest), respondentShareEstimate(last)];
  return { difference: now.share - before.share, ...hybridInterval(now, before) };
}

/** Effective number of independent yes/no answers behind the mean of the respondents' shares. */
function effectiveNumber(
  { respondents, ratings, squares }: RespondentShare,
  share: number,
): number {
  if (respondents < 5) return respondents;
  const between = (squares - respondents * share ** 2) / (respondents - 1);
  // Everyone alike, to the last decimal: nothing to estimate a variance from.
  if (between < 1e-12) return respondents;
  const plain = (share * (1 - share)) / (between / respondents);
  const careful = plain * (z95 / studentT95(respondents - 1)) ** 2;
  return Math.min(ratings, Math.max(respondents, careful));
}
