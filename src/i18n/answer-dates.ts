/** The country whose way of writing days our readers know best, where that is in question. */
const tags: Readonly<Record<string, string>> = { en: 'en-GB', fa: 'fa-AF' };

/**
 * A day (an ISO date, or a time that begins with one) in the words of a language, always by the
 * Gregorian calendar, as on the poster. Where the browser lacks the language's months: 2026-11-22.
 */
export function dayIn(language: string, day: string): string {
  const date = day.slice(0, 10);
  const tag = tags[language] ?? language;
  // Chromium lacks so, ti, ckb and kmr, and would name the month in the phone's own language. The
  // isolate keeps year, month and day in this order between Arabic letters.
  if (Intl.DateTimeFormat.supportedLocalesOf(tag).length === 0) return `\u2066${date}\u2069`;
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', calendar: 'gregory' }).format(
    // Noon, so that no time zone moves the day.
    new Date(`${date}T12:00:00`),
  );
}
