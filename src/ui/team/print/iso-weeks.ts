/** The ISO week (ISO 8601) of a day, YYYY-MM-DD: the week that the day's Thursday lies in. */
export function isoWeekOf(day: string): number {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 3 - ((date.getUTCDay() + 6) % 7));
  const newYear = Date.UTC(date.getUTCFullYear(), 0, 1);
  return 1 + Math.floor((date.getTime() - newYear) / (7 * 86_400_000));
}
