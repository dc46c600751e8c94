/** A locale file's content: texts in nested objects, and in about.json whether they are reviewed. */
export type LocaleTree = { readonly [key: string]: unknown };

/** Language → namespace (file name without .json) → content. */
export type Locales = Readonly<Record<string, Readonly<Record<string, LocaleTree>>>>;

export interface LocaleRules {
  /** The language that all others are compared with. */
  readonly source: string;
  /** Languages that need every namespace; the others need only `answerNamespaces`. */
  readonly staffLanguages: readonly string[];
  /** The languages that the answering page offers: they and the folders are the same. */
  readonly answerLanguages: readonly string[];
  /** What parents and children meet, and so every language has. */
  readonly answerNamespaces: readonly string[];
  /** `language/namespace:key` (or a star for any language) of texts that may equal the source. */
  readonly sameAllowed: readonly string[];
}

type Leaves = ReadonlyMap<string, unknown>;

const pluralKey = /^(?<base>.+)_(?<category>zero|one|two|few|many|other)$/u;

/** Categories that name a number by themselves, so that a text may leave {{count}} out. */
const categoriesWithoutCount = new Set(['zero', 'one', 'two']);

function isTree(value: unknown): value is LocaleTree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The leaves of a locale file, by dotted key, in file order. */
export function leavesOf(tree: LocaleTree, prefix = ''): Map<string, unknown> {
  const leaves = new Map<string, unknown>();
  for (const [name, value] of Object.entries(tree)) {
    const key = `${prefix}${name}`;
    if (isTree(value)) {
      for (const [inner, leaf] of leavesOf(value, `${key}.`)) leaves.set(inner, leaf);
    } else {
      leaves.set(key, value);
    }
  }
  return leaves;
}

/** The names inside {{…}} of a text, without i18next's format and its unescaped dash, sorted. */
export function placeholdersOf(text: string): string[] {
  const names = [...text.matchAll(/\{\{-?\s*([^\s,}]+)[^}]*\}\}/gu)].map((match) => match[1] ?? '');
  return [...new Set(names)].sort();
}

/** The plural categories of a language, or undefined where this runtime doesn't know it. */
function pluralCategoriesOf(language: string): readonly string[] | undefined {
  // An unknown language would silently get the machine's own rules.
  if (Intl.PluralRules.supportedLocalesOf([language]).length === 0) return undefined;
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories;
}

function pluralsOf(leaves: Leaves): Map<string, Set<string>> {
  const plurals = new Map<string, Set<string>>();
  for (const key of leaves.keys()) {
    const { base, category } = pluralKey.exec(key)?.groups ?? {};
    if (base === undefined || category === undefined) continue;
    plurals.set(base, (plurals.get(base) ?? new Set()).add(category));
  }
  return plurals;
}

/** Whether a native speaker has reviewed the language: the only value that is not a text. */
function isReviewed(where: string, key: string): boolean {
  return where.endsWith('/about') && key === 'reviewed';
}

function valueFaults(where: string, leaves: Leaves): string[] {
  return [...leaves].flatMap(([key, value]) => {
    if (isReviewed(where, key)) {
      return typeof value === 'boolean' ? [] : [`${where}:${key} is neither true nor false`];
    }
    if (typeof value !== 'string') return [`${where}:${key} is not a text`];
    return value.trim() === '' ? [`${where}:${key} is empty`] : [];
  });
}

function pluralFaults(where: string, language: string, leaves: Leaves): string[] {
  const plurals = pluralsOf(leaves);
  if (plurals.size === 0) return [];
  const categories = pluralCategoriesOf(language);
  if (categories === undefined) return [`${where}: no plural rules are known for ${language}`];
  return [...plurals].flatMap(([base, present]) => [
    ...categories
      .filter((category) => !present.has(category))
      .map((category) => `${where}:${base}_${category} is missing (plural form)`),
    // i18next reads _zero for the number 0 in every language, so it is never too many.
    ...[...present]
      .filter((category) => category !== 'zero' && !categories.includes(category))
      .map((category) => `${where}:${base}_${category} is a plural form that ${language} lacks`),
  ]);
}

function folderFaults(folders: readonly string[], answerLanguages: readonly string[]): string[] {
  return [
    ...answerLanguages
      .filter((language) => !folders.includes(language))
      .map((language) => `locales/${language} is missing: answerLanguages names it`),
    ...folders
      .filter((folder) => !answerLanguages.includes(folder))
      .map((folder) => `locales/${folder} is not in answerLanguages`),
  ];
}

/** A plural key's forms differ between languages: they are compared as one key, by their base. */
function comparableKeysOf(leaves: Leaves): Set<string> {
  return new Set(
    [...leaves.keys()].map((key) => {
      const base = pluralKey.exec(key)?.groups?.['base'];
      return base === undefined ? key : `${base}_other`;
    }),
  );
}

function keyFaults(where: string, source: Leaves, leaves: Leaves): string[] {
  const wanted = comparableKeysOf(source);
  const present = comparableKeysOf(leaves);
  return [
    // A missing _other of a plural that is there is told by pluralFaults already.
    ...[...wanted].filter((key) => !present.has(key)).map((key) => `${where}:${key} is missing`),
    ...[...present]
      .filter((key) => !wanted.has(key))
      .map((key) => `${where}:${key} is not in the source language`),
  ];
}

function placeholderFaults(where: string, source: Leaves, leaves: Leaves): string[] {
  return [...leaves].flatMap(([key, value]) => {
    const { base, category } = pluralKey.exec(key)?.groups ?? {};
    const original = source.get(base === undefined ? key : `${base}_other`);
    if (typeof value !== 'string' || typeof original !== 'string') return [];
    const mayLackCount = category !== undefined && categoriesWithoutCount.has(category);
    const named = (text: string): string =>
      placeholdersOf(text)
        .filter((name) => !(mayLackCount && name === 'count'))
        .map((name) => `{{${name}}}`)
        .join(' ');
    return named(value) === named(original)
      ? []
      : [`${where}:${key} has placeholders [${named(value)}], the source has [${named(original)}]`];
  });
}

/** Keys whose text equals the source's. A text without letters can't be translated: not among them. */
function sameKeysOf(source: Leaves, leaves: Leaves): string[] {
  return [...leaves]
    .filter(
      ([key, value]) =>
        typeof value === 'string' &&
        value === source.get(key) &&
        /\p{L}/u.test(value.replaceAll(/\{\{[^}]*\}\}/gu, '')),
    )
    .map(([key]) => key);
}

/**
 * Every fault in the locale files, one line each, empty when all is well: languages and files that
 * are missing or too many, keys that differ from the source language, empty texts, plural forms and
 * placeholders that don't fit, untranslated texts.
 */
export function localeFaults(locales: Locales, rules: LocaleRules): string[] {
  const source = locales[rules.source];
  // Nothing to compare with must not look like nothing wrong.
  if (source === undefined || Object.keys(source).length === 0) {
    return [`${rules.source}: the source language has no files`];
  }
  const faults = folderFaults(Object.keys(locales), rules.answerLanguages);
  const usedAllowances = new Set<string>();
  for (const [language, files] of Object.entries(locales)) {
    const staffNamespaces = rules.staffLanguages.includes(language) ? Object.keys(source) : [];
    const needed = new Set([...rules.answerNamespaces, ...staffNamespaces]);
    for (const namespace of [...needed].filter((name) => files[name] === undefined)) {
      faults.push(`${language}/${namespace}.json is missing`);
    }
    for (const [namespace, tree] of Object.entries(files)) {
      const where = `${language}/${namespace}`;
      const leaves = leavesOf(tree);
      faults.push(...valueFaults(where, leaves), ...pluralFaults(where, language, leaves));
      const sourceTree = source[namespace];
      if (sourceTree === undefined) {
        faults.push(`${where}.json is not in the source language`);
        continue;
      }
      const sourceLeaves = leavesOf(sourceTree);
      faults.push(...placeholderFaults(where, sourceLeaves, leaves));
      if (language === rules.source) {
        // Its keys are the measure for all others, but this one is looked for by name.
        if (namespace === 'about' && !leaves.has('reviewed')) {
          faults.push(`${where}:reviewed is missing`);
        }
        continue;
      }
      faults.push(...keyFaults(where, sourceLeaves, leaves));
      for (const key of sameKeysOf(sourceLeaves, leaves)) {
        const allowances = [`${where}:${key}`, `*/${namespace}:${key}`].filter((allowance) =>
          rules.sameAllowed.includes(allowance),
        );
        for (const allowance of allowances) usedAllowances.add(allowance);
        if (allowances.length === 0) {
          faults.push(
            `${where}:${key} equals the source: translate it or allow it in scripts/locale-same-allowed.json`,
          );
        }
      }
    }
  }
  for (const allowance of rules.sameAllowed.filter((entry) => !usedAllowances.has(entry))) {
    faults.push(`scripts/locale-same-allowed.json: nothing needs ${allowance} any more`);
  }
  return faults;
}
