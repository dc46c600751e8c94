import { countedItemsOf, type ScaleItem } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { packText, type TextPack } from '#records/text-pack.ts';
import { lowerMedian } from './distribution.ts';
import { formYear, type FormYear } from './form-year.ts';
import { isReworded } from './item-series.ts';
import { jointPosition } from './joint-position.ts';
import type { Ledger } from './ledger.ts';
import type { ItemYear } from './views.ts';
import { wordingOf } from './wording.ts';

/**
 * The reflection's statements in one year, by item id: joint position, comment and spread. A statement that
 * nobody marked or placed is there too, with the spread withheld as 'nothing'.
 */
export function statementYears(ledger: Ledger, year: number): ReadonlyMap<string, ItemYear> {
  const ofForm = formYear(ledger, 'reflection', year);
  const pack = wordingOf(ledger, year);
  const items = countedItemsOf(currentForm('reflection'));
  return new Map(items.map((item) => [item.id, statementYear(ledger, ofForm, year, item, pack)]));
}

function statementYear(
  ledger: Ledger,
  ofForm: FormYear | undefined,
  year: number,
  item: ScaleItem,
  pack: TextPack | null,
): ItemYear {
  const { mark, differ, comment } = jointPosition(ledger.book, year, item);
  const spread: ItemYear['spread'] = ofForm?.items.get(item.id) ?? { shown: false, why: 'nothing' };
  // Only for years entered by hand: where the team still can agree, the median would put words in its mouth.
  const isTyped = mark === null && !differ && ofForm?.source === 'history';
  const middleOfCounts = isTyped ? medianOf(spread) : null;
  return {
    year,
    source: ofForm?.source ?? 'history',
    answered: ofForm?.answered ?? 0,
    spread,
    missing: ofForm?.missing.get(item.id) ?? 0,
    continues: true,
    position: mark,
    middleOfCounts,
    positionsDiffer: differ,
    comment,
    ...(pack === null || packText(pack, item.id, 'sv') === undefined
      ? {}
      : { wording: `${pack.name} ${pack.version}` }),
  };
}

function medianOf(spread: ItemYear['spread']): number | null {
  return spread.shown ? lowerMedian(spread.value) : null;
}

/** Whether a statement was worded otherwise in two years (projections/item-series.ts). */
export function wasReworded(ledger: Ledger, item: string, year: number, other: number): boolean {
  const [one, another] = [year, other].map((of) =>
    formYear(ledger, 'reflection', of)?.series.get(item),
  );
  return isReworded(one, another);
}
