/** Days as YYYY-MM-DD in the proleptic Gregorian calendar, without a clock. */

function parts(day: string): readonly [number, number, number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}

function dayText(year: number, month: number, date: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A day some months later; the month's last day where it has no such one. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = parts(day);
  const count = year * 12 + month - 1 + months;
  const [laterYear, laterMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return dayText(laterYear, laterMonth, Math.min(date, daysInMonth(laterYear, laterMonth)));
}

/** A day some days later, or earlier. */
export function daysAfter(day: string, days: number): string {
  let [year, month, date] = parts(day);
  date += days;
  while (date < 1) {
    month = month === 1 ? 12 : month - 1;
    if (month === 12) year -= 1;
    date += daysInMonth(year, month);
  }
  while (date > daysInMonth(year, month)) {
    date -= daysInMonth(year, month);
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
  }
  return dayText(year, month, date);
}
