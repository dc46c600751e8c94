import type { Mark, ScaleId, ScaleItem } from '#instruments/form.ts';
import { scales } from '#instruments/scales.ts';
import type { Dice } from './dice.ts';

/** Teams are hard on themselves, parents kind, small children kinder. */
const levelRange: Readonly<Record<ScaleId, readonly [number, number]>> = {
  working6: [0.25, 0.95],
  agree4: [0.62, 0.94],
  feeling3: [0.9, 0.96],
  yes3: [0.84, 0.95],
};

/**
 * How well an item does at the example centre, 0–1: each item has its own level, some climb over the years and
 * some fall, so that there is something to read.
 */
export function levelOf(item: ScaleItem, yearsAgo: number): number {
  const hash = Array.from(item.id).reduce(
    (sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9_973,
    7,
  );
  const [lowest, highest] = levelRange[item.scale];
  const base = lowest + (((hash * 37) % 89) / 88) * (highest - lowest);
  const slope = (((hash * 5) % 7) - 2) * 0.03;
  return Math.min(0.97, Math.max(0.12, base - slope * yearsAgo + eventOf(item, yearsAgo)));
}

/** What happened at the example centre: a parents' council started, so more have a say; and the kurator's post was empty. */
function eventOf({ goal }: ScaleItem, yearsAgo: number): number {
  if (goal === 'goal3' && yearsAgo > 0) return -0.35;
  return goal === 'goal4' && yearsAgo === 0 ? -0.25 : 0;
}

/** One person's mark on an item. */
export function rollMark(dice: Dice, item: ScaleItem, yearsAgo: number): Mark {
  const { points, nonAnswers } = scales[item.scale];
  const [nonAnswer] = nonAnswers;
  if (nonAnswer !== undefined && dice.roll() < 0.05) return nonAnswer;
  const centre = levelOf(item, yearsAgo) * (points.length - 1);
  const weights = points.map((point) => {
    const distance = point - 1 - centre;
    return [point, Math.exp(-(distance * distance) / (points.length * 0.22))] as const;
  });
  return dice.pick(weights);
}

/** Counts of what `people` persons said, as they are entered by hand. */
export function rollCounts(
  dice: Dice,
  item: ScaleItem,
  yearsAgo: number,
  people: number,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (let person = 0; person < people; person += 1) {
    const mark = String(rollMark(dice, item, yearsAgo));
    counts[mark] = (counts[mark] ?? 0) + 1;
  }
  return counts;
}
