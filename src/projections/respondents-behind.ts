import { markedCount } from './distribution.ts';
import type { ItemYear } from './views.ts';

/**
 * How many respondents a shown item stands on: who marked it, and who left it. Fewer than those of its form where late
 * answers to the item still wait, and 0 where nothing of it is shown.
 */
export function respondentsBehind({
  spread,
  missing,
}: Pick<ItemYear, 'spread' | 'missing'>): number {
  return spread.shown ? markedCount(spread.value) + missing : 0;
}
