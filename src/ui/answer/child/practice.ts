/** How the practice question went: its known answer was met, missed twice, or not tried. */
export type PracticeOutcome = 'met' | 'missed' | 'skipped';

/** What one try at the practice question leads to: an outcome, or `undefined` for one more try. */
export function practiceAfter(
  mark: number | 'declined',
  answer: number,
  misses: number,
): PracticeOutcome | undefined {
  if (mark === 'declined') return 'skipped';
  if (mark === answer) return 'met';
  return misses >= 1 ? 'missed' : undefined;
}
