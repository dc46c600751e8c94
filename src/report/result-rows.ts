import { itemsOf, type AreaId, type FormId, type GoalId, type Mark } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import type {
  AreaTrend,
  ChangeWord,
  Distribution,
  GoalTrend,
  ItemTrend,
  ItemYear,
  OwnQuestion,
  ResultsView,
  Shown,
  Withheld,
} from '#projections/views.ts';

/** What a row's number or code is about. Shares lie between 0 and 1, with four decimals. */
export type Measure =
  | 'answered'
  | 'families'
  | 'setAside'
  | 'count'
  | 'nonAnswer'
  | 'rated'
  | 'favourable'
  | 'share'
  | 'placed'
  | 'applicable'
  | 'position'
  | 'positionFromCounts'
  | 'comment'
  | 'withheld'
  | 'change';

/** Why a distribution is not in the file. `notExported`: it may be about one colleague, so it stays in the team. */
export type WhyNoSpread = Withheld | 'notExported';

type Group =
  | { readonly kind: 'area'; readonly id: AreaId }
  | { readonly kind: 'goal'; readonly id: GoalId };

type Code =
  | { readonly kind: 'mark'; readonly id: Mark }
  | { readonly kind: 'option'; readonly id: string; readonly text: string }
  | { readonly kind: 'withheld'; readonly id: WhyNoSpread }
  | { readonly kind: 'change'; readonly id: ChangeWord };

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

/** All results as rows: respondents, areas, statements, goals, the parents' items, the centre's own, the children's. */
export function resultRows(view: ResultsView): readonly ResultRow[] {
  return [
    ...respondentRows(view),
    ...view.areas.flatMap(areaRows),
    ...view.statements.flatMap(itemRows),
    ...view.parentGoals.flatMap(goalRows),
    ...view.parentItems.flatMap(itemRows),
    ...view.ownQuestions.flatMap((question) => ownRows(question, view.year)),
    ...view.children.flatMap(itemRows),
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

function areaRows({ area, years, change }: AreaTrend): ResultRow[] {
  const subject: Subject = { form: 'reflection', group: { kind: 'area', id: area } };
  const rows = years.flatMap((one) => {
    const measured: Measured[] = [
      ...countsOf('count', one.points),
      { measure: 'placed', number: one.placed },
      { measure: 'favourable', number: one.favourable },
      ...shareOf(one.favourable, one.placed),
      { measure: 'applicable', number: one.applicable },
    ];
    return measured.map((it) => ({ year: one.year, source: null, ...subject, ...it }));
  });
  return [...rows, ...changeRows(subject, years, change)];
}

function goalRows({ goal, years, change }: GoalTrend): ResultRow[] {
  const subject: Subject = { form: 'parents', group: { kind: 'goal', id: goal } };
  const rows = years.flatMap(({ year, source, answered, ratings }) => {
    const measured: Measured[] = [
      { measure: 'answered', number: answered },
      ...distributionOf(ratings),
    ];
    return measured.map((it) => ({ year, source, ...subject, ...it }));
  });
  return [...rows, ...changeRows(subject, years, change)];
}

function itemRows({ form, item, years, change }: ItemTrend): ResultRow[] {
  const known = itemsOf(currentForm(form)).find(({ id }) => id === item);
  // What this app cannot look up is treated as the most delicate kind.
  const aboutOnePerson = known?.kind !== 'scale' || known.aboutOnePerson === true;
  const subject: Subject = { form, group: groupOf(known), item };
  const rows = years.flatMap((one) => {
    const measured: Measured[] = [
      { measure: 'answered', number: one.answered },
      ...(aboutOnePerson ? [withheld('notExported')] : distributionOf(one.spread)),
      ...positionOf(one),
    ];
    return measured.map((it) => ({ year: one.year, source: one.source, ...subject, ...it }));
  });
  return [...rows, ...changeRows(subject, years, change)];
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
  if (question.kind === 'agree') return distributionOf(question.spread);
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

function distributionOf(spread: Shown<Distribution>): Measured[] {
  if (!spread.shown) return [withheld(spread.why)];
  const { points, nonAnswers, rated, favourable } = spread.value;
  return [
    ...countsOf('count', points),
    ...countsOf('nonAnswer', nonAnswers),
    { measure: 'rated', number: rated },
    { measure: 'favourable', number: favourable },
    ...shareOf(favourable, rated),
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

function shareOf(favourable: number, of: number): Measured[] {
  return of === 0 ? [] : [{ measure: 'share', number: Math.round((favourable / of) * 1e4) / 1e4 }];
}

function withheld(why: WhyNoSpread): Measured {
  return { measure: 'withheld', code: { kind: 'withheld', id: why } };
}

function changeRows(
  subject: Subject,
  years: readonly { readonly year: number }[],
  change: ChangeWord,
): ResultRow[] {
  const newest = years.at(-1);
  if (newest === undefined) return [];
  const code: Code = { kind: 'change', id: change };
  return [{ year: newest.year, source: null, ...subject, measure: 'change', code }];
}
