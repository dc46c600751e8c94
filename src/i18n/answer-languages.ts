/** A language that the answering page speaks; one more line here and its files in locales/ add one. */
export interface AnswerLanguage {
  readonly code: string;
  /** In its own script, as its speakers look for it. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** Other tags by which browsers ask for it, as the source of a regular expression. */
  readonly also?: string;
}

/** In the order of the picker: the country's language first. */
export const answerLanguages: readonly AnswerLanguage[] = [
  { code: 'sv', name: 'Svenska', direction: 'ltr' },
  { code: 'en', name: 'English', direction: 'ltr' },
  { code: 'ar', name: 'العربية', direction: 'rtl' },
  { code: 'so', name: 'Soomaali', direction: 'ltr' },
  { code: 'ti', name: 'ትግርኛ', direction: 'ltr' },
  { code: 'fa', name: 'دری / فارسی', direction: 'rtl', also: 'prs' },
  { code: 'uk', name: 'Українська', direction: 'ltr' },
  // Kurdish without a dialect is told by its script or its country; the rest is kmr's, below.
  {
    code: 'ckb',
    name: 'کوردیی سۆرانی',
    direction: 'rtl',
    also: 'ku(?!.*-latn).*-(?:arab|i[qr])',
  },
  { code: 'kmr', name: 'Kurdî (Kurmancî)', direction: 'ltr', also: 'ku' },
  { code: 'pl', name: 'Polski', direction: 'ltr' },
  { code: 'tr', name: 'Türkçe', direction: 'ltr' },
  { code: 'es', name: 'Español', direction: 'ltr' },
  { code: 'fi', name: 'Suomi', direction: 'ltr' },
];

/**
 * The source of a regular expression, for the flag `i`, that tells the language tags (RFC 5646) of
 * a language. The first language of the list that it fits is meant; first-script.js goes by it too.
 */
export function tagsOf({ code, also }: AnswerLanguage): string {
  return `^(?:${code}${also === undefined ? '' : `|${also}`})(?:-|$)`;
}

/** The first language of ours that the reader's browser asks for, or the first of all. */
export function suggestedLanguage(wanted: readonly string[]): string {
  for (const tag of wanted) {
    const found = answerLanguages.find((language) => new RegExp(tagsOf(language), 'i').test(tag));
    if (found !== undefined) return found.code;
  }
  return 'sv';
}

/** The language with this code, or undefined. */
export function answerLanguage(code: string): AnswerLanguage | undefined {
  return answerLanguages.find((language) => language.code === code);
}
