import type { FormId, ScaleItem } from '#instruments/form.ts';
import { applicableItems } from './applicable-items.ts';
import { changeOfDistributions, changeOfNewest, changeOfPositions } from './change-word.ts';
import { formYears, type FormYear } from './form-year.ts';
import { positionYears } from './joint-position.ts';
import type { Ledger } from './ledger.ts';
import { statementYears } from './statement-years.ts';
import type { ItemTrend, ItemYear } from './views.ts';

/** Each applicable item of a form, year by year up to and with `upToYear`, in form order. */
export function itemTrends(ledger: Ledger, form: FormId, upToYear: number): readonly ItemTrend[] {
  return form === 'reflection'
    ? statementTrends(ledger, upToYear)
    : respondentsTrends(ledger, form, upToYear);
}

function respondentsTrends(
  ledger: Ledger,
  form: 'parents' | 'children',
  upToYear: number,
): readonly ItemTrend[] {
  const ofForm = formYears(ledger, form, upToYear);
  return applicableItems(ledger, form).map((item): ItemTrend => {
    const years = ofForm.flatMap((year) => respondentsYear(year, item) ?? []);
    const change = changeOfNewest(years, (last, newest) =>
      changeOfDistributions(last.spread, newest.spread),
    );
    return { item: item.id, form, years, change };
  });
}

function respondentsYear(ofForm: FormYear, item: ScaleItem): ItemYear | undefined {
  const { year, source, answered } = ofForm;
  const spread = ofForm.items.get(item.id);
  if (spread === undefined) return undefined;
  return { year, source, answered, spread, position: null, positionFromCounts: false, comment: '' };
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
    const change = changeOfNewest(years, (last, newest) =>
      changeOfPositions(last.position, newest.position),
    );
    return { item: item.id, form: 'reflection', years, change };
  });
}

function isEmpty({ spread, position, comment }: ItemYear): boolean {
  return !spread.shown && spread.why === 'nothing' && position === null && comment === '';
}
