/**
 * A word of another language in the middle of a sentence, kept together with the sentence's own order around it: Unicode's
 * FSI and PDI (UAX #9), since the text of an option or a label has no elements.
 */
export function isolate(word: string): string {
  return `\u2068${word}\u2069`;
}
