/**
 * The verksamhetsår that a day most likely belongs to. From January to March the old year is still to be finished,
 * so while it is the only one begun it stays the one that is shown.
 */
export function suggestedYear(today: string, begun: readonly number[]): number {
  const calendarYear = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const finishing = month <= 3 && begun.includes(calendarYear - 1) && !begun.includes(calendarYear);
  return finishing ? calendarYear - 1 : calendarYear;
}

/** The year to show when the address names none: the suggested one if begun, otherwise the newest begun. */
export function yearToShow(today: string, begun: readonly number[]): number | null {
  if (begun.length === 0) return null;
  const suggested = suggestedYear(today, begun);
  return begun.includes(suggested) ? suggested : Math.max(...begun);
}

/**
 * From January to March two years are on the table: the one that is finished (its reflection, its report) and the one that
 * begins. Null for the rest of the year, and for a centre that has no year to finish.
 */
export function yearsOnTheTable(
  today: string,
  begun: readonly number[],
): { readonly finishing: number; readonly beginning: number } | null {
  const beginning = Number(today.slice(0, 4));
  const finishing = beginning - 1;
  return Number(today.slice(5, 7)) <= 3 && begun.includes(finishing)
    ? { finishing, beginning }
    : null;
}
