/** Numbers and days as a language writes them. Days go in as YYYY-MM-DD and know no time zone. */
export interface Formats {
  /** 1 234,5 */
  number(value: number, maximumFractionDigits?: number): string;
  /** A share 0–1 as "78 %". */
  percent(share: number): string;
  /** "9 november 2026"; what is not a day comes back as it is. */
  day(day: string): string;
  /** "9 nov." */
  dayShort(day: string): string;
  /** "9–20 november 2026" */
  dayRange(from: string, to: string): string;
  /** "9 nov. 14:05", from an ISO time, in local time. */
  time(iso: string): string;
  /** "a, b och c" */
  list(parts: readonly string[]): string;
}

const locales: Readonly<Record<string, string>> = { sv: 'sv-SE', en: 'en-GB' };

function dayOf(day: string): Date | null {
  const date = new Date(`${day}T12:00:00Z`);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** What stands between the last two. By hand: an Intl.ListFormat takes a start's tenth of a second to say the same. */
const ands: Readonly<Record<string, string>> = { sv: 'och', en: 'and' };

function listOf(parts: readonly string[], and: string): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${and} ${last}`;
}

/** Made when it is first asked for: Intl takes a start's tenth of a second for what a first screen may not show. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** The formats of one language, by Intl; each made once and kept. */
export function createFormats(language: string): Formats {
  const locale = locales[language] ?? language;
  const dates = (options: Intl.DateTimeFormatOptions): (() => Intl.DateTimeFormat) =>
    once(() => new Intl.DateTimeFormat(locale, options));
  const long = dates({ dateStyle: 'long', timeZone: 'UTC' });
  const short = dates({ day: 'numeric', month: 'short', timeZone: 'UTC' });
  const time = dates({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
  const percent = once(
    () => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
  );
  const written = (format: () => Intl.DateTimeFormat, day: string): string => {
    const date = dayOf(day);
    return date === null ? day : format().format(date);
  };
  return {
    number: (value, maximumFractionDigits = 1) =>
      new Intl.NumberFormat(locale, { maximumFractionDigits }).format(value),
    percent: (share) => percent().format(share),
    day: (day) => written(long, day),
    dayShort: (day) => written(short, day),
    dayRange(from, to) {
      const [start, end] = [dayOf(from), dayOf(to)];
      if (start === null || end === null || start > end) return `${from} – ${to}`;
      return long().formatRange(start, end);
    },
    time(iso) {
      const date = new Date(iso);
      return Number.isNaN(date.getTime()) ? iso : time().format(date);
    },
    list: (parts) => listOf(parts, ands[language] ?? ands['en'] ?? ''),
  };
}
