/** Chance that gives the same example every time: mulberry32 (Tommy Ettinger, public domain algorithm). */
export interface Dice {
  /** In [0, 1). */
  roll(): number;
  /** One of the options, by weight. */
  pick<T>(weighted: readonly (readonly [T, number])[]): T;
}

export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const roll = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    roll,
    pick: (weighted) => {
      const [first] = weighted;
      if (first === undefined) throw new RangeError('nothing to pick from');
      let left = roll() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of weighted) {
        left -= weight;
        if (left < 0) return value;
      }
      return first[0];
    },
  };
}
