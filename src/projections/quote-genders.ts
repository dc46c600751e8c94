import type { TextAnswer } from '#records/answer.ts';
import { breakdown } from './breakdown.ts';
import type { Ledger } from './ledger.ts';

type Gender = NonNullable<TextAnswer['gender']>;
const genders: readonly Gender[] = ['woman', 'man', 'other'];

/**
 * Which of woman, man and other a year's quotes may be marked with: those that the breakdown by them shows, so that each
 * has six respondents or more and the unmarked are no handful either. All others are quoted as "förälder".
 */
export function markableGenders(ledger: Ledger, year: number): ReadonlySet<Gender> {
  const sizes = breakdown(ledger, year, 'gender')?.sizes;
  return new Set(genders.filter((gender) => sizes?.get(gender)?.is === 'shown'));
}
