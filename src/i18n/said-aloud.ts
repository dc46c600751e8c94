/** What already ends a sentence, in the scripts that are written here. */
const ended = /[.!?…:؟።፧]$/u;

/**
 * A question and its answers as they are read aloud, by a voice or by whoever records it: one sentence each, so that
 * there is a pause between them. "Hur känns det att vara här? Glad. Sådär. Ledsen."
 */
export function saidAloud(language: string, words: string, answers: readonly string[]): string {
  if (answers.length === 0) return words;
  const stop = language === 'ti' ? '።' : '.';
  return [words, ...answers]
    .filter((part) => part !== '')
    .map((part) => (ended.test(part) ? part : part + stop))
    .join(' ');
}
