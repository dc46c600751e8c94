/** All chance of one simulated world: the same seed throws the same numbers. */
export interface Dice {
  /** In [0, 1). */
  readonly next: () => number;
  /** A whole number from 0 to limit − 1. */
  readonly below: (limit: number) => number;
  readonly between: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  /** One of these; throws on an empty list. */
  readonly pick: <T>(from: readonly T[]) => T;
  readonly weighted: <T>(from: readonly (readonly [T, number])[]) => T;
  readonly shuffled: <T>(from: readonly T[]) => T[];
  /** So many bytes as base64url. */
  readonly bytes: (count: number) => string;
  /** Dice of their own for one part of the world, so that a change in another part leaves its throws alone. */
  readonly fork: () => Dice;
}

/** sfc32 (PractRand-tested, 128 bits of state), seeded through splitmix32. */
export function createDice(seed: number): Dice {
  let mix = seed | 0;
  const splitmix = (): number => {
    mix = (mix + 0x9e3779b9) | 0;
    let t = mix ^ (mix >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    return t ^ (t >>> 15);
  };
  let [a, b, c, d] = [splitmix(), splitmix(), splitmix(), 1];

  function next(): number {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return (t >>> 0) / 2 ** 32;
  }
  for (let round = 0; round < 12; round += 1) next();

  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new Error('nothing to pick from');
    return from[below(from.length)] as T; // The index lies within.
  };
  return {
    next,
    below,
    between: (low, high) => low + next() * (high - low),
    chance: (probability) => next() < probability,
    pick,
    weighted: (from) => {
      let rest = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of from) {
        rest -= weight;
        if (rest < 0) return value;
      }
      return pick(from)[0];
    },
    shuffled: (from) => {
      const copy = [...from];
      for (let at = copy.length - 1; at > 0; at -= 1) {
        const other = below(at + 1);
        [copy[at], copy[other]] = [copy[other] as (typeof copy)[0], copy[at] as (typeof copy)[0]];
      }
      return copy;
    },
    bytes: (count) =>
      Buffer.from(Array.from({ length: count }, () => below(256))).toString('base64url'),
    fork: () => createDice(below(2 ** 32)),
  };
}
