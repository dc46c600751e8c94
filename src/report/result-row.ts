import type { AreaId, FormId, GoalId, Mark } from '#instruments/form.ts';
import type { AreaTrend, GoalTrend, ItemTrend, Verdict, Withheld } from '#projections/views.ts';

/**
 * What a row's number or code is about. Shares lie between 0 and 1, differences between −1 and 1, with four decimals;
 * `Lower` and `Upper` bound a 95 % interval. A difference is to the year that its code names.
 */
export type Measure =
  | 'answered'
  | 'families'
  | 'setAside'
  | 'count'
  | 'nonAnswer'
  | 'rated'
  | 'favourable'
  | 'missing'
  | 'share'
  | 'shareLower'
  | 'shareUpper'
  | 'topShare'
  | 'topShareLower'
  | 'topShareUpper'
  | 'respondents'
  | 'items'
  | 'mostRated'
  | 'placed'
  | 'applicable'
  | 'position'
  | 'positionFromCounts'
  | 'comment'
  | 'wording'
  | 'withheld'
  | 'difference'
  | 'differenceLower'
  | 'differenceUpper'
  | 'topDifference'
  | 'topDifferenceLower'
  | 'topDifferenceUpper'
  | 'verdict'
  | 'sentence';

/** Why a distribution is not in the file. `notExported`: it may be about one colleague, or of a few: it stays in the team. */
export type WhyNoSpread = Withheld | 'notExported';

/** The area or goal that a row belongs to. */
export type Group =
  | { readonly kind: 'area'; readonly id: AreaId }
  | { readonly kind: 'goal'; readonly id: GoalId };

/** What a row's number is counted for. */
export type Code =
  | { readonly kind: 'mark'; readonly id: Mark }
  | { readonly kind: 'option'; readonly id: string; readonly text: string }
  | { readonly kind: 'withheld'; readonly id: WhyNoSpread }
  | { readonly kind: 'year'; readonly id: number }
  | { readonly kind: 'verdict'; readonly id: Verdict };

/** What a row is about. */
export interface Subject {
  readonly form: FormId;
  readonly group?: Group | undefined;
  readonly item?: string;
  /** The words of a question of the centre's own, which no locale file has. */
  readonly itemText?: string;
}

/** One measure of it. */
export interface Measured {
  readonly measure: Measure;
  readonly code?: Code;
  readonly number?: number;
  readonly text?: string;
}

/** One row of the long ("tidy") table: one measure of one thing in one year. */
export interface ResultRow extends Subject, Measured {
  readonly year: number;
  readonly source: 'rounds' | 'history' | null;
}

/** What a trend says in the reader's language: the same sentences as on the screen. */
export type SentenceOf = (trend: AreaTrend | GoalTrend | ItemTrend, year: number) => string;
