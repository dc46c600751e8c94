import type { FormId } from '#instruments/form.ts';

export interface RoundDays {
  readonly opens: string;
  readonly closes: string;
}

/** A day some days later. Days are YYYY-MM-DD. */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The Monday of an ISO week: the week of 4 January is week 1 (ISO 8601). */
export function mondayOfWeek(year: number, week: number): string {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const weekday = (fourth.getUTCDay() + 6) % 7;
  fourth.setUTCDate(fourth.getUTCDate() - weekday + (week - 1) * 7);
  return fourth.toISOString().slice(0, 10);
}

const lengthDays: Readonly<Record<FormId, number>> = { reflection: 28, parents: 14, children: 28 };

function usualDays(form: FormId, year: number): RoundDays {
  switch (form) {
    case 'reflection':
      return { opens: `${year}-12-01`, closes: `${year + 1}-01-31` };
    case 'parents':
      return { opens: mondayOfWeek(year, 45), closes: daysAfter(mondayOfWeek(year, 46), 6) };
    case 'children':
      return { opens: mondayOfWeek(year, 40), closes: daysAfter(mondayOfWeek(year, 46), 6) };
  }
}

/**
 * The days that a new round is proposed to have: the usual ones of the year. Who opens later begins today, and gets
 * the usual length where the usual end has passed or is too near.
 */
export function proposedDays(form: FormId, year: number, today: string): RoundDays {
  const usual = usualDays(form, year);
  if (today <= usual.opens) return usual;
  const soonest = daysAfter(today, lengthDays[form] - 1);
  return { opens: today, closes: usual.closes > soonest ? usual.closes : soonest };
}
