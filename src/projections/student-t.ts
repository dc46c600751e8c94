import { z95 } from './newcombe-interval.ts';

/**
 * The 97.5th percentile of Student's t (two-sided 95 %) for `degrees` of freedom from 4 up, by Fisher and Cornish's
 * expansion around the normal (Abramowitz & Stegun 1964, 26.7.5): right to two decimals from 4 and to three from 7.
 */
export function studentT95(degrees: number): number {
  const z = z95;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ];
  return terms.reduce((sum, term, power) => sum + term / degrees ** (power + 1), z);
}
