/** A language that the answering page speaks; one more line here and its files in locales/ add one. */
export interface AnswerLanguage {
  readonly code: string;
  /** In its own script, as its speakers look for it. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
}

/** In the order of the picker: the country's language first. */
export const answerLanguages: readonly AnswerLanguage[] = [
  { code: 'sv', name: 'Svenska', direction: 'ltr' },
  { code: 'en', name: 'English', direction: 'ltr' },
];

/** The first language of ours that the reader's browser asks for, or the first of all. */
export function suggestedLanguage(wanted: readonly string[]): string {
  const codes = wanted.map((tag) => tag.split('-', 1)[0] ?? '');
  const found = codes.find((code) => answerLanguages.some((language) => language.code === code));
  return found ?? 'sv';
}

/** The language with this code, or undefined. */
export function answerLanguage(code: string): AnswerLanguage | undefined {
  return answerLanguages.find((language) => language.code === code);
}
