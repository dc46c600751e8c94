import type { HistoryCounts } from '#app/team/history-counts.ts';
import type { Mark } from '#instruments/form.ts';

/** What stands in the entry form's fields: texts, so that nothing typed is lost or changed before saving. */
export interface Draft {
  readonly answered: string;
  /** By item and mark. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Reflection: the joint position by item, as the select's value. */
  readonly positions: Readonly<Record<string, string>>;
}

/** A form with nothing in it. */
export const emptyDraft: Draft = { answered: '', counts: {}, positions: {} };

/** What is saved, as it stands in the fields. */
export function entryToDraft({ answered, counts, positions }: HistoryCounts): Draft {
  return {
    answered: answered === null ? '' : String(answered),
    counts: mapValues(counts, (ofItem) => mapValues(ofItem, String)),
    positions: mapValues(positions, String),
  };
}

/** What stands in the fields, as it is saved: whole numbers only, the rest is left out. */
export function draftToEntry({ answered, counts, positions }: Draft): HistoryCounts {
  const entered: Record<string, Record<string, number>> = {};
  for (const [item, ofItem] of Object.entries(counts)) {
    const numbers = Object.entries(ofItem).flatMap(([mark, text]): [string, number][] => {
      const count = countOf(text);
      return count === null ? [] : [[mark, count]];
    });
    if (numbers.length > 0) entered[item] = Object.fromEntries(numbers);
  }
  const placed: Record<string, Mark> = {};
  for (const [item, text] of Object.entries(positions)) {
    const mark = markOf(text);
    if (mark !== null) placed[item] = mark;
  }
  return { answered: countOf(answered), counts: entered, positions: placed };
}

/** A typed count; null for what is no whole number from 0 up. */
export function countOf(text: string): number | null {
  return /^\s*\d{1,6}\s*$/u.test(text) ? Number(text) : null;
}

function markOf(text: string): Mark | null {
  if (text === 'unknown' || text === 'notHere') return text;
  return /^[1-6]$/u.test(text) ? Number(text) : null;
}

function mapValues<From, To>(
  from: Readonly<Record<string, From>>,
  to: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(from).map(([key, value]) => [key, to(value)]));
}
