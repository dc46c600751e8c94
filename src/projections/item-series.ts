import { countedItemsOf, type FormId, type ScaleItem } from '#instruments/form.ts';
import { formOf } from '#instruments/forms.ts';
import type { RoundKey } from '#records/keys.ts';
import { packText } from '#records/text-pack.ts';
import { cardWording } from './wording.ts';

/**
 * What makes two years of an item one series: its version, its scale and, where a text pack words it otherwise, that
 * wording. Two years can be compared only where these are the same text.
 */
export type Series = string;

/** The series of counts typed in from an earlier form: nobody knows how its questions were put. */
export const historySeries: Series = 'history';
/** Rounds of one year that asked in different ways: its numbers are like no other year's. */
export const mixedSeries: Series = 'mixed';

/** The series of an item as one version of a form asks it. */
export function seriesOf({ version, scale }: ScaleItem, wording: string): Series {
  return wording === '' ? `${version} ${scale}` : `${version} ${scale} ${wording}`;
}

/** By item: the series in which a year's rounds asked it. An item that a form version lacks is in no series. */
export function seriesOfRounds(
  form: FormId,
  rounds: readonly Pick<RoundKey, 'formVersion' | 'card'>[],
): ReadonlyMap<string, Series> {
  const byItem = new Map<string, Series>();
  for (const { formVersion, card } of rounds) {
    const asked = formOf(form, formVersion);
    if (asked === undefined) continue;
    const wording = form === 'reflection' ? cardWording(card) : null;
    for (const item of countedItemsOf(asked)) {
      const own = wording === null ? undefined : packText(wording, item.id, 'sv');
      const series = seriesOf(item, own === undefined ? '' : digestOf(own.text));
      const before = byItem.get(item.id);
      byItem.set(item.id, before === undefined || before === series ? series : mixedSeries);
    }
  }
  return byItem;
}

/** Whether two years of an item may be compared. */
export function isSameSeries(one: Series | undefined, other: Series | undefined): boolean {
  return one !== undefined && one === other && one !== historySeries && one !== mixedSeries;
}

/** Whether one year's line may be drawn on to the next: also earlier forms' counts are one line among themselves. */
export function isOneLine(one: Series | undefined, other: Series | undefined): boolean {
  return one !== undefined && one === other && one !== mixedSeries;
}

/**
 * Whether a statement was worded otherwise in two years, so that its positions are not to be held against each other.
 * Counts and positions from before Spegla are of the form in use, which is worded as the form here.
 */
export function isReworded(one: Series | undefined, other: Series | undefined): boolean {
  const known = [one, other].filter((series) => series !== undefined && series !== historySeries);
  return known.length === 2 && one !== other;
}

/** Tells one wording from another in a few letters (FNV-1a, 32 bits, over what is not white space). */
function digestOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text.replaceAll(/\s+/gu, ' ')) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  return `w${(hash >>> 0).toString(36)}`;
}
