import { countedItemsOf, type FormId, type ScaleItem } from '#instruments/form.ts';
import { formOf } from '#instruments/forms.ts';
import type { RoundKey } from '#records/keys.ts';

/**
 * What makes two years of an item one series: its version, its scale and the wording pack that was read. Two years
 * can be compared only where these are the same text.
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
    const wording = wordingOf(card);
    for (const item of countedItemsOf(asked)) {
      const series = seriesOf(item, wording);
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

/** The text pack that a card names (another county's wording under the same ids); empty for the core's own. */
function wordingOf(card: string): string {
  try {
    const parsed: unknown = JSON.parse(card);
    if (typeof parsed !== 'object' || parsed === null || !('wording' in parsed)) return '';
    return typeof parsed.wording === 'string' ? parsed.wording : '';
  } catch {
    return '';
  }
}
