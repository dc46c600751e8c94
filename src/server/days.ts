const millisecondsPerDay = 86_400_000;

/**
 * The calendar day (UTC, YYYY-MM-DD) of an instant. Sweden is an hour or two ahead, so a limit counted in these
 * days is never earlier than the one on the poster. Days compare as text.
 */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** The hour (UTC, YYYY-MM-DDTHH) of an instant. */
export function hourOf(instant: Date): string {
  return instant.toISOString().slice(0, 13);
}

/** The day that lies `count` days after `day`. */
export function addDays(day: string, count: number): string {
  return dayOf(new Date(Date.parse(day) + count * millisecondsPerDay));
}
