/** The languages of the team's pages; the first is the one that every text is written in first. */
export const staffLanguages = ['sv', 'en'] as const;
export type StaffLanguage = (typeof staffLanguages)[number];

/** What each language calls itself. */
export const languageNames: Readonly<Record<StaffLanguage, string>> = {
  sv: 'Svenska',
  en: 'English',
};

/** Whether a text (a stored preference, a browser's language) names a staff language. */
export function isStaffLanguage(value: unknown): value is StaffLanguage {
  return staffLanguages.some((language) => language === value);
}

/** The first of the wished languages ("en-GB", "sv") that the team's pages speak; Swedish if none. */
export function pickStaffLanguage(wished: readonly string[]): StaffLanguage {
  for (const tag of wished) {
    const language = tag.toLowerCase().split('-')[0];
    if (isStaffLanguage(language)) return language;
  }
  return 'sv';
}
