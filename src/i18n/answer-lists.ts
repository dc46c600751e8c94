/** What stands between the parts of a list, where that is no Latin comma. Some browsers know no Sorani and no Tigrinya. */
const separators: Readonly<Record<string, string>> = { ar: '، ', ckb: '، ', fa: '، ', ti: '፣ ' };

/** Words one after another, as a language sets them apart: "fyra, nio, två". */
export function listIn(language: string, words: readonly string[]): string {
  return words.join(separators[language] ?? ', ');
}
