import { itemsOf } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { mayLeaveTheTeam } from '#projections/kept-years.ts';
import { respondentsBehind } from '#projections/respondents-behind.ts';
import type {
  AreaTrend,
  GoalTrend,
  ItemTrend,
  OwnQuestion,
  ResultsView,
} from '#projections/views.ts';
import { countsOf, decimal, distributionOf, estimateOf, positionOf, withheld } from './measured.ts';
import { newestRows } from './newest-rows.ts';
import type { Group, Measured, ResultRow, SentenceOf, Subject } from './result-row.ts';

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
      const { items, ratings, mostRated } = share.value;
      measured.push(
        { measure: 'items', number: items.length },
        { measure: 'rated', number: ratings },
        { measure: 'mostRated', number: mostRated },
        ...estimateOf('share', share.value),
      );
    }
    return measured.map((it) => ({ year, source, ...subject, ...it }));
  });
  return [...rows, ...newestRows(subject, trend, sentenceOf)];
}

function itemRows(trend: ItemTrend, sentenceOf: SentenceOf): ResultRow[] {
  const { form, item, years } = trend;
  const known = itemsOf(currentForm(form)).find(({ id }) => id === item);
  const subject: Subject = { form, group: groupOf(known), item };
  const rows = years.flatMap((one) => {
    const measured: Measured[] = [
      { measure: 'answered', number: one.answered },
      ...(known?.kind !== 'scale' || !mayLeaveTheTeam(form, known, one.spread)
        ? // What this app cannot look up is treated as the most delicate kind.
          [withheld('notExported')]
        : [
            ...(one.source === 'rounds' && one.spread.shown
              ? [{ measure: 'respondents' as const, number: respondentsBehind(one) }]
              : []),
            ...distributionOf(form, known.scale, one.spread, one.missing),
          ]),
      ...positionOf(one),
      // What is read here is not what other centres were asked.
      ...(one.wording === undefined ? [] : [{ measure: 'wording' as const, text: one.wording }]),
    ];
    return measured.map((it) => ({ year: one.year, source: one.source, ...subject, ...it }));
  });
  return [...rows, ...newestRows(subject, trend, sentenceOf)];
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
