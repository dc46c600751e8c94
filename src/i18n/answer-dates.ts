/** The country whose way of writing days our readers know best, where that is in question. */
const tags: Readonly<Record<string, string>> = { en: 'en-GB', fa: 'fa-AF' };

/** A day in a language whose months Chromium lacks: their names, January first, and how they stand together. */
const own: Readonly<Record<string, readonly [months: string, day: string]>> = {
  so: [
    'Janaayo Febraayo Maarso Abriil Maajo Juun Luulyo Agoosto Sebteembar Oktoobar Nofeembar Diseembar',
    '{d} {m} {y}',
  ],
  ti: ['ጥሪ ለካቲት መጋቢት ሚያዝያ ግንቦት ሰነ ሓምለ ነሓሰ መስከረም ጥቅምቲ ሕዳር ታሕሳስ', '{d} {m} {y}'],
  ckb: [
    'کانوونی_دووەم شوبات ئازار نیسان ئایار حوزەیران تەممووز ئاب ئەیلوول تشرینی_یەکەم تشرینی_دووەم کانوونی_یەکەم',
    '{d}ی {m}ی {y}',
  ],
  kmr: [
    'rêbendana reşemiya adara nîsana gulana pûşpera tîrmeha gelawêja rezbera kewçêra sermaweza berfanbara',
    '{d}ê {m} {y}an',
  ],
};

/**
 * A day (an ISO date, or a time that begins with one) in the words of a language, always by the
 * Gregorian calendar, as on the poster. Where nobody knows the language's months: 2026-11-22.
 */
export function dayIn(language: string, day: string): string {
  const date = day.slice(0, 10);
  const tag = tags[language] ?? language;
  // Chromium lacks so, ti, ckb and kmr, and would name the month in the phone's own language.
  if (Intl.DateTimeFormat.supportedLocalesOf(tag).length === 0) {
    return ownDay(language, date) ?? `\u2066${date}\u2069`;
  }
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', calendar: 'gregory' }).format(
    // Noon, so that no time zone moves the day.
    new Date(`${date}T12:00:00`),
  );
}

function ownDay(language: string, date: string): string | undefined {
  const [months, order] = own[language] ?? [];
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const name = months?.split(' ')[month - 1]?.replace('_', ' ');
  if (name === undefined || order === undefined) return undefined;
  // The texts in Sorani are written with Arabic digits.
  const digits = new Intl.NumberFormat(language === 'ckb' ? 'en-u-nu-arab' : 'en', {
    useGrouping: false,
  });
  const parts: Readonly<Record<string, string>> = {
    d: digits.format(day),
    m: name,
    y: digits.format(year),
  };
  return order.replaceAll(/\{(\w)\}/gu, (whole, part: string) => parts[part] ?? whole);
}
