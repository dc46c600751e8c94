import type { FormId, ScaleItem } from '#instruments/form.ts';
import { applicableItems } from './applicable-items.ts';
import { formYears, type FormYear } from './form-year.ts';
import { positiveShare, topShare } from './item-shares.ts';
import { isOneLine, isSameSeries } from './item-series.ts';
import { positionYears } from './joint-position.ts';
import type { Ledger } from './ledger.ts';
import { statementYears, wasReworded } from './statement-years.ts';
import { compareNewest, differenceOfShares, newestVerdict } from './verdict.ts';
import type { Comparison, ItemTrend, ItemYear } from './views.ts';

/** Each applicable item of a form, year by year up to and with `upToYear`, in form order. */
export function itemTrends(ledger: Ledger, form: FormId, upToYear: number): readonly ItemTrend[] {
  return form === 'reflection'
    ? statementTrends(ledger, upToYear)
    : respondentsTrends(ledger, form, upToYear);
}

/** Parents' and children's items over years that are suppressed already. */
export function trendsOver(
  ofForm: readonly FormYear[],
  form: 'parents' | 'children',
  items: readonly ScaleItem[],
): readonly ItemTrend[] {
  return items.map((item): ItemTrend => {
    const years = ofForm.flatMap((year) => {
      const spread = year.items.get(item.id);
      return spread === undefined ? [] : [{ ofForm: year, spread }];
    });
    const comparisons = compareNewest(
      years,
      ({ spread }) => spread,
      (newest, earlier) => comparisonOf(item, newest.ofForm, earlier.ofForm),
    );
    return {
      item: item.id,
      form,
      years: years.map(({ ofForm: year, spread }, at): ItemYear => {
        const before = years[at - 1]?.ofForm;
        return {
          year: year.year,
          source: year.source,
          answered: year.answered,
          spread,
          missing: year.missing.get(item.id) ?? 0,
          continues:
            before === undefined || isOneLine(before.series.get(item.id), year.series.get(item.id)),
          position: null,
          middleOfCounts: null,
          positionsDiffer: false,
          comment: '',
        };
      }),
      comparisons,
      // Sixteen questions to parents would give a false alarm most years; their goals are what is judged.
      verdict: form === 'children' ? newestVerdict(comparisons) : null,
    };
  });
}

function respondentsTrends(
  ledger: Ledger,
  form: 'parents' | 'children',
  upToYear: number,
): readonly ItemTrend[] {
  return trendsOver(formYears(ledger, form, upToYear), form, applicableItems(ledger, form));
}

function comparisonOf(item: ScaleItem, newest: FormYear, earlier: FormYear): Comparison {
  const { year } = earlier;
  const { id, scale } = item;
  if (!isSameSeries(newest.series.get(id), earlier.series.get(id))) {
    return { year, comparable: false, why: 'notComparable' };
  }
  const [now, before] = [newest.items.get(id), earlier.items.get(id)];
  if (now?.shown !== true || before?.shown !== true) {
    return { year, comparable: false, why: 'tooFew' };
  }
  const [topNow, topBefore] = [topShare(scale, now.value), topShare(scale, before.value)];
  return {
    year,
    comparable: true,
    positive: differenceOfShares(positiveShare(now.value), positiveShare(before.value)),
    top: topNow === null || topBefore === null ? null : differenceOfShares(topNow, topBefore),
    items: [id],
    contradicted: false,
  };
}

function statementTrends(ledger: Ledger, upToYear: number): readonly ItemTrend[] {
  const formYearNumbers = formYears(ledger, 'reflection', upToYear).map(({ year }) => year);
  const positionYearNumbers = positionYears(ledger.book).filter((year) => year <= upToYear);
  const ofStatements = [...new Set([...formYearNumbers, ...positionYearNumbers])]
    .toSorted((a, b) => a - b)
    .map((year) => statementYears(ledger, year));
  return applicableItems(ledger, 'reflection').map((item): ItemTrend => {
    const years = ofStatements
      .flatMap((byItem) => byItem.get(item.id) ?? [])
      .filter((year) => !isEmpty(year));
    const isOther = (one: ItemYear, other: ItemYear): boolean =>
      wasReworded(ledger, item.id, one.year, other.year);
    const newest = years.at(-1);
    return {
      item: item.id,
      form: 'reflection',
      years: years.map((one, at) => {
        const before = years[at - 1];
        return { ...one, continues: before === undefined || !isOther(one, before) };
      }),
      comparisons: years
        .slice(0, -1)
        .flatMap((earlier): readonly Comparison[] =>
          newest !== undefined && isOther(newest, earlier)
            ? [{ year: earlier.year, comparable: false, why: 'notComparable' }]
            : [],
        ),
      verdict: null,
    };
  });
}

function isEmpty({ spread, position, positionsDiffer, comment }: ItemYear): boolean {
  if (positionsDiffer) return false;
  return !spread.shown && spread.why === 'nothing' && position === null && comment === '';
}
