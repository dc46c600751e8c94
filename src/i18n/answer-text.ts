import type { AnswerKey, TextParams, TextTree } from './answer-text-types.ts';

/** The answering page's texts in one language, with those of one form. */
export interface AnswerText {
  readonly language: string;
  /** A text of the page itself. */
  t(key: AnswerKey, params?: TextParams): string;
  /** A text of the form by its path in the form's locale file, or undefined where it has none. */
  form(path: string): string | undefined;
}

function textAt(tree: TextTree | undefined, path: string): string | undefined {
  let node: string | TextTree | undefined = tree;
  for (const name of path.split('.')) {
    node = typeof node === 'object' ? node[name] : undefined;
  }
  return typeof node === 'string' ? node : undefined;
}

/**
 * A lookup without i18next: {{params}} and plural suffixes by Intl.PluralRules, or `_other` where
 * the chosen form is not there. A text that is missing shows its key; scripts/check-locales.ts sees
 * to it that none is.
 */
export function createAnswerText(
  language: string,
  namespaces: {
    readonly answer: TextTree;
    readonly tablet: TextTree | undefined;
    readonly form: TextTree | undefined;
  },
): AnswerText {
  // Without a second choice, a browser that lacks the language takes the phone's own rules and
  // digits. The texts in Sorani, which Chromium lacks, are written with Arabic digits.
  const known = [language, language === 'ckb' ? 'en-u-nu-arab' : 'en'];
  const plurals = new Intl.PluralRules(known);
  const numbers = new Intl.NumberFormat(known, { useGrouping: false });

  const own = (path: string): string | undefined =>
    textAt(namespaces.answer, path) ?? textAt(namespaces.tablet, path);

  const t = (key: AnswerKey, params: TextParams = {}): string => {
    const { count } = params;
    const counted =
      typeof count === 'number'
        ? (own(`${key}_${plurals.select(count)}`) ?? own(`${key}_other`))
        : undefined;
    const text = counted ?? own(key) ?? key;
    return text.replaceAll(/\{\{(\w+)\}\}/gu, (whole, name: string) => {
      const value = params[name];
      if (value === undefined) return whole;
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };

  return { language, t, form: (path) => textAt(namespaces.form, path) };
}
