import type { Mark } from '#instruments/form.ts';

/** How made-up parents answer: their true share of positive marks, and how alike one parent's marks are (0–1). */
export interface MadeUpParents {
  readonly respondents: number;
  readonly truth: number;
  /** The correlation of two marks of the same parent. */
  readonly likeness: number;
  readonly items: number;
}

export type Parents = (parents: MadeUpParents) => readonly (readonly Mark[])[];

/**
 * Draws years of parents from a seed. Each parent has a leaning of his or her own from a beta distribution, so that the
 * marks are beta-binomial with the likeness asked for; one mark in six is "har inte använt".
 */
export function createParents(seed: number): Parents {
  const chance = createChance(seed);
  return ({ respondents, truth, likeness, items }) => {
    const size = (1 - likeness) / likeness;
    return Array.from({ length: respondents }, () => {
      const leaning = beta(chance, truth * size, (1 - truth) * size);
      const marks = Array.from({ length: items }, (): Mark => {
        if (chance() < 1 / 6) return 'notUsed';
        return chance() < leaning ? 4 : 1;
      });
      // Who had used nothing would not be counted; a goal's first question is one that everyone can answer.
      return marks.every((mark) => mark === 'notUsed') ? [chance() < leaning ? 4 : 1] : marks;
    });
  };
}

/** Mulberry32: the same numbers for the same seed, on every machine. */
export function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function beta(chance: () => number, a: number, b: number): number {
  const [x, y] = [gamma(chance, a), gamma(chance, b)];
  return x + y === 0 ? Number(chance() < a / (a + b)) : x / (x + y);
}

/** Marsaglia & Tsang 2000, ACM TOMS 26:363–372, with their step for shapes below 1. */
function gamma(chance: () => number, shape: number): number {
  if (shape < 1) return gamma(chance, shape + 1) * chance() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
    const v = (1 + c * normal) ** 3;
    if (v > 0 && Math.log(1 - chance()) < normal ** 2 / 2 + d - d * v + d * Math.log(v))
      return d * v;
  }
}
