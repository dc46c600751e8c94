/** A text cut into its words and what stands between them, so that each word can be masked by its place. */
export function wordsOf(
  text: string,
): readonly { readonly text: string; readonly isWord: boolean }[] {
  return [...text.matchAll(/(?<word>[\p{L}\p{N}][\p{L}\p{N}'’-]*)|[^\p{L}\p{N}]+/gu)].map(
    (match) => ({
      text: match[0],
      isWord: match.groups?.['word'] !== undefined,
    }),
  );
}

/** The text with the words at these places (as in `wordsOf`) replaced; neighbouring masked words become one mask. */
export function maskWords(text: string, places: ReadonlySet<number>, mask: string): string {
  const words = wordsOf(text);
  let masked = '';
  for (const [at, { text: part, isWord }] of words.entries()) {
    const isBetween = !isWord && places.has(at - 1) && places.has(at + 1) && part.trim() === '';
    if (isBetween) continue;
    const isRepeated = places.has(at) && places.has(at - 2) && words[at - 1]?.text.trim() === '';
    if (isRepeated) continue;
    masked += places.has(at) && isWord ? mask : part;
  }
  return masked;
}

/**
 * A text as it may be read with what one or several persons put in its place (an empty one: the original). Where they
 * differ, a word stands only if it stands as often in all of them as in the original; what one of them took out is out,
 * every time it is said.
 */
export function masksTogether(original: string, masks: readonly string[]): string {
  const put = masks.map((mask) => (mask === '' ? original : mask));
  const [only, ...others] = put;
  if (only === undefined) return original;
  if (others.length === 0) return only;
  const said = countsOfWords(original);
  const left = put.map(countsOfWords);
  const isOut = (word: string): boolean =>
    left.some((counts) => (counts.get(word) ?? 0) < (said.get(word) ?? 0));
  const places = wordsOf(original).flatMap(({ text, isWord }, place) =>
    isWord && isOut(text) ? [place] : [],
  );
  return maskWords(original, new Set(places), maskIn(put) ?? '[…]');
}

function countsOfWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text: word, isWord } of wordsOf(text)) {
    if (isWord) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** What stands for a name is in the language of whoever took it out. */
function maskIn(texts: readonly string[]): string | undefined {
  return texts.map((text) => /\[[^\]]*\]/u.exec(text)?.[0]).find((mask) => mask !== undefined);
}
