import type { Quote } from '#projections/views.ts';

/** The texts that are not hidden and hold every word of a search, whatever its case and accents. */
export function quotesFound(quotes: readonly Quote[], query: string): readonly Quote[] {
  const words = plain(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return quotes.filter(
    ({ hidden, text }) => !hidden && words.every((word) => plain(text).includes(word)),
  );
}

function plain(text: string): string {
  return text.toLocaleLowerCase('sv').normalize('NFC');
}
