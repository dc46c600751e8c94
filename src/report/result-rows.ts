import {
  itemsOf,
  type AreaId,
  type FormId,
  type GoalId,
  type Mark,
  type ScaleId,
} from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { itemShares } from '#projections/item-shares.ts';
import { smallTeamBelow } from '#projections/suppression.ts';
import type { Estimate } from '#projections/newcombe-interval.ts';
import { verdictOf } from '#projections/verdict.ts';
import type {
  AreaTrend,
  Comparison,
  Difference,
  Distribution,
  GoalTrend,
  ItemTrend,
  ItemYear,
  OwnQuestion,
  ResultsView,
  Shown,
  Verdict,
  Withheld,
} from '#projections/views.ts';

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

type Group =
  | { readonly kind: 'area'; readonly id: AreaId }
  | { readonly kind: 'goal'; readonly id: GoalId };

type Code =
  | { readonly kind: 'mark'; readonly id: Mark }
  | { readonly kind: 'option'; readonly id: string; readonly text: string }
  | { readonly kind: 'withheld'; readonly id: WhyNoSpread }
  | { readonly kind: 'year'; readonly id: number }
  | { readonly kind: 'verdict'; readonly id: Verdict };

/** What a row is about. */
interface Subject {
  readonly form: FormId;
  readonly group?: Group | undefined;
  readonly item?: string;
  /** The words of a question of the centre's own, which no locale file has. */
  readonly itemText?: string;
}

interface Measured {
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

/** All results as rows: respondents, areas, statements, goals, the parents' items, the centre's own, the children's. */
export function resultRows(view: ResultsView, sentenceOf: SentenceOf): readonly ResultRow[] {
  return [
    ...respondentRows(view),
    ...view.areas.flatMap((trend) => areaRows(trend, sentenceOf)),
    ...view.statements.flatMap((trend) => itemRows(trend, sentenceOf)),
    ...view.parentGoals.flatMap((trend) => goalRows(trend, sentenceOf)),
    ...view.parentItems.flatMap((trend) => itemRows(trend, sentenceOf)),
    ...view.ownQuestions.flatMap((question) => ownRows(question, view.year)),
    ...view.children.flatMap((trend) => itemRows(trend, sentenceOf)),
  ];
}

function respondentRows({ year, respondents, setAside }: ResultsView): ResultRow[] {
  return (['reflection', 'parents', 'children'] as const).flatMap((form) => {
    const { answered, families } = respondents[form];
    const row = { year, source: null, form };
    return [
      { ...row, measure: 'answered' as const, number: answered },
      ...(families === null ? [] : [{ ...row, measure: 'families' as const, number: families }]),
      // Only where someone set answers aside: a reader of the file must know that they are not in it.
      ...(setAside[form] === 0
        ? []
        : [{ ...row, measure: 'setAside' as const, number: setAside[form] }]),
    ];
  });
}

function areaRows(trend: AreaTrend, sentenceOf: SentenceOf): ResultRow[] {
  const { area, years } = trend;
  const subject: Subject = { form: 'reflection', group: { kind: 'area', id: area } };
  const rows = years.flatMap((one) => {
    const measured: Measured[] = [
      ...countsOf('count', one.points),
      { measure: 'placed', number: one.placed },
      { measure: 'favourable', number: one.favourable },
      ...(one.placed === 0 ? [] : [decimal('share', one.favourable / one.placed)]),
      { measure: 'applicable', number: one.applicable },
    ];
    return measured.map((it) => ({ year: one.year, source: null, ...subject, ...it }));
  });
  return [...rows, ...newestRows(subject, trend, sentenceOf)];
}

function goalRows(trend: GoalTrend, sentenceOf: SentenceOf): ResultRow[] {
  const subject: Subject = { form: 'parents', group: { kind: 'goal', id: trend.goal } };
  const rows = trend.years.flatMap(({ year, source, answered, share }) => {
    const measured: Measured[] = [{ measure: 'answered', number: answered }];
    if (!share.shown) measured.push(withheld(share.why));
    else {
      const { estimate, respondents, items, ratings } = share.value;
      measured.push(
        { measure: 'respondents', number: respondents },
        { measure: 'items', number: items.length },
        { measure: 'rated', number: ratings },
        ...(estimate === null
          ? [decimal('share', share.value.share)]
          : estimateOf('share', estimate)),
      );
    }
    return measured.map((it) => ({ year, source, ...subject, ...it }));
  });
  return [...rows, ...newestRows(subject, trend, sentenceOf)];
}

function itemRows(trend: ItemTrend, sentenceOf: SentenceOf): ResultRow[] {
  const { form, item, years } = trend;
  const known = itemsOf(currentForm(form)).find(({ id }) => id === item);
  // What this app cannot look up is treated as the most delicate kind.
  const aboutOnePerson = known?.kind !== 'scale' || known.aboutOnePerson === true;
  const subject: Subject = { form, group: groupOf(known), item };
  const rows = years.flatMap((one) => {
    const measured: Measured[] = [
      { measure: 'answered', number: one.answered },
      ...(aboutOnePerson || isOfFew(form, one)
        ? [withheld('notExported')]
        : distributionOf(form, known.scale, one.spread, one.missing)),
      ...positionOf(one),
      // What is read here is not what other centres were asked.
      ...(one.wording === undefined ? [] : [{ measure: 'wording' as const, text: one.wording }]),
    ];
    return measured.map((it) => ({ year: one.year, source: one.source, ...subject, ...it }));
  });
  return [...rows, ...newestRows(subject, trend, sentenceOf)];
}

/** In a team of under six everyone can work out who marked what: its spread stays in the room. */
function isOfFew(form: FormId, { answered, spread }: ItemYear): boolean {
  const rated = spread.shown ? spread.value.rated : 0;
  return form === 'reflection' && spread.shown && Math.max(answered, rated) < smallTeamBelow;
}

function ownRows(question: OwnQuestion, year: number): ResultRow[] {
  const { key, text, answered } = question;
  const subject: Subject = { form: 'parents', item: key, itemText: text };
  const measured: Measured[] = [
    { measure: 'answered', number: answered },
    ...ownMeasures(question),
  ];
  return measured.map((it) => ({ year, source: 'rounds', ...subject, ...it }));
}

function ownMeasures(question: OwnQuestion): Measured[] {
  if (question.kind === 'text') return [];
  if (question.kind === 'agree') return distributionOf('parents', 'agree4', question.spread, null);
  const { options, chosen } = question;
  if (!chosen.shown) return [withheld(chosen.why)];
  return options.map(({ id, text }) => ({
    measure: 'count',
    code: { kind: 'option', id, text },
    number: chosen.value.get(id) ?? 0,
  }));
}

function groupOf(item: ReturnType<typeof itemsOf>[number] | undefined): Group | undefined {
  if (item?.kind !== 'scale') return undefined;
  if (item.area !== undefined) return { kind: 'area', id: item.area };
  return item.goal === undefined ? undefined : { kind: 'goal', id: item.goal };
}

function distributionOf(
  form: FormId,
  scale: ScaleId,
  spread: Shown<Distribution>,
  /** Null where it is not told. */
  missing: number | null,
): Measured[] {
  if (!spread.shown) return [withheld(spread.why)];
  const { points, nonAnswers, rated, favourable, onlyShare } = spread.value;
  // The team is everyone, not a sample: its share has no interval.
  const shares = form === 'reflection' ? null : itemShares(scale, spread.value);
  return [
    ...(onlyShare === true
      ? []
      : [...countsOf('count', points), ...countsOf('nonAnswer', nonAnswers)]),
    ...(missing === null ? [] : [{ measure: 'missing' as const, number: missing }]),
    { measure: 'rated', number: rated },
    { measure: 'favourable', number: favourable },
    ...(form === 'reflection' && rated > 0 ? [decimal('share', favourable / rated)] : []),
    ...(shares === null ? [] : estimateOf('share', shares.positive)),
    ...(shares?.top == null ? [] : estimateOf('topShare', shares.top)),
  ];
}

function positionOf({ position, positionFromCounts, comment }: ItemYear): Measured[] {
  const measure = positionFromCounts ? 'positionFromCounts' : 'position';
  const code = (id: Mark): Code => ({ kind: 'mark', id });
  return [
    ...(position === null
      ? []
      : [
          typeof position === 'number'
            ? ({ measure, code: code(position), number: position } as const)
            : ({ measure, code: code(position) } as const),
        ]),
    ...(comment === '' ? [] : [{ measure: 'comment', text: comment } as const]),
  ];
}

function countsOf(
  measure: 'count' | 'nonAnswer',
  counts: ReadonlyMap<Mark, number>,
): readonly Measured[] {
  return [...counts].map(([id, number]) => ({ measure, code: { kind: 'mark', id }, number }));
}

function estimateOf(measure: 'share' | 'topShare', { share, lower, upper }: Estimate): Measured[] {
  return [
    decimal(measure, share),
    decimal(`${measure}Lower`, Math.max(0, lower)),
    decimal(`${measure}Upper`, Math.min(1, upper)),
  ];
}

function decimal(measure: Measure, number: number): Measured {
  return { measure, number: Math.round(number * 1e4) / 1e4 };
}

function withheld(why: WhyNoSpread): Measured {
  return { measure: 'withheld', code: { kind: 'withheld', id: why } };
}

/** What is said of the newest year: differences to each earlier one, a verdict where there is one, the sentence. */
function newestRows(
  subject: Subject,
  trend: AreaTrend | GoalTrend | ItemTrend,
  sentenceOf: SentenceOf,
): ResultRow[] {
  const newest = trend.years.at(-1);
  if (newest === undefined) return [];
  const row = { year: newest.year, source: null, ...subject };
  const sentence: ResultRow = {
    ...row,
    measure: 'sentence',
    text: sentenceOf(trend, newest.year),
  };
  if ('area' in trend) return [sentence];
  const hasVerdict = trend.verdict !== null;
  const measured = trend.comparisons.flatMap((one) => comparisonOf(one, hasVerdict));
  return [...measured.map((it) => ({ ...row, ...it })), sentence];
}

function comparisonOf(comparison: Comparison, hasVerdict: boolean): Measured[] {
  const code = { kind: 'year', id: comparison.year } as const;
  const of = (
    measure: 'difference' | 'topDifference',
    { difference, lower, upper }: Difference,
  ): Measured[] =>
    [
      decimal(measure, difference),
      decimal(`${measure}Lower`, lower),
      decimal(`${measure}Upper`, upper),
    ].map((it) => ({ ...it, code }));
  const verdict = verdictOf(comparison);
  const isTold = hasVerdict || !comparison.comparable;
  return [
    ...(comparison.comparable ? of('difference', comparison.positive) : []),
    ...(comparison.comparable && comparison.top !== null
      ? of('topDifference', comparison.top)
      : []),
    ...(isTold
      ? [
          {
            measure: 'verdict' as const,
            code: { kind: 'verdict' as const, id: verdict },
            number: comparison.year,
          },
        ]
      : []),
  ];
}
