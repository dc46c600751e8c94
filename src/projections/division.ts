import type { Distribution } from './views.ts';

/**
 * How divided a team's marks of one statement are: first by how many stops they span, then by their variance.
 *
 * `width` = highest − lowest marked stop, −1 without marks. It comes first so that one lone voice far from the others is
 * heard early: in a dialogue disagreement is the material. `variance` is the population variance of the n marks,
 * σ² = (n·Σx² − (Σx)²) / n². Among equal widths w it runs up to (w/2)², reached only when half the team stands at either
 * end (Popoviciu 1935, "Sur les équations algébriques ayant toutes leurs racines réelles", Mathematica 9), so a team in
 * two camps comes before one lone voice. The team is everyone, not a sample: no n − 1, no interval, no significance.
 */
export interface Division {
  readonly width: number;
  readonly variance: number;
}

/** The division of what was marked; "vet inte" and "finns inte hos oss" have no place on the scale and do not count. */
export function divisionOf({ points, rated }: Distribution): Division {
  const marked = [...points].filter(([, count]) => count > 0);
  if (rated === 0 || marked.length === 0) return undivided;
  const stops = marked.map(([point]) => point);
  let total = 0;
  let squares = 0;
  for (const [point, count] of marked) {
    total += point * count;
    squares += point * point * count;
  }
  return {
    width: Math.max(...stops) - Math.min(...stops),
    // In whole numbers up to the one division, so that equal spreads compare as equal.
    variance: (squares * rated - total * total) / (rated * rated),
  };
}

/** Nothing was marked, or nothing may be seen. */
export const undivided: Division = { width: -1, variance: 0 };

/** Orders the most divided first; equals keep their places. */
export function mostDividedFirst(a: Division, b: Division): number {
  return b.width - a.width || b.variance - a.variance;
}
