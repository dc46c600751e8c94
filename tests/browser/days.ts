/** The calendar day in Sweden, as date fields write it, some days from today. */
export function dayFromToday(days: number): string {
  const then = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(then);
}

/** The verksamhetsår that the stories happen in: the one that the app itself suggests. */
export const thisYear = Number(dayFromToday(0).slice(0, 4));
