import type { Mark, NonAnswer, Scale, ScaleItem } from '#instruments/form.ts';
import { scales } from '#instruments/scales.ts';
import { codeOfMark, markCodes, type MarkTally } from './mark-tally.ts';
import { countOf, membersOf } from './book-values.ts';
import type { Distribution } from './views.ts';

/** Whether a value is a mark that this scale knows: one of its points or of its non-answers. */
export function isMarkOf(scale: Scale, value: unknown): value is Mark {
  return (
    (typeof value === 'number' && scale.points.includes(value)) ||
    (typeof value === 'string' && scale.nonAnswers.some((nonAnswer) => nonAnswer === value))
  );
}

/** Counts the marks of one item; what its scale does not know is not counted, nor is a practice item. */
export function distributionOf(item: ScaleItem, marks: Iterable<Mark | undefined>): Distribution {
  const scale = scales[item.scale];
  const counts = new Map<Mark, number>();
  for (const mark of marks) {
    if (isMarkOf(scale, mark)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  return distribution(item, (mark) => counts.get(mark) ?? 0);
}

/** The counts of one of a tally's items, by its place among them. */
export function distributionFromTally(
  item: ScaleItem,
  tally: MarkTally,
  place: number,
): Distribution {
  return distribution(item, (mark) => tally[place * markCodes + codeOfMark(mark)] ?? 0);
}

/** Reads `{ [mark]: count }` from the book. Unknown marks and what is no count are left out. */
export function distributionFromCounts(item: ScaleItem, value: unknown): Distribution {
  const counts = membersOf(value);
  return distribution(item, (mark) => countOf(counts.get(String(mark))) ?? 0);
}

/** Reads `{ favourable, of }` from the book: a share whose steps nobody knows. Nothing where it cannot be true. */
export function distributionFromShare(item: ScaleItem, value: unknown): Distribution | undefined {
  const members = membersOf(value);
  const [favourable, of] = [countOf(members.get('favourable')), countOf(members.get('of'))];
  if (favourable === null || of === null || of === 0 || favourable > of) return undefined;
  return { ...distribution(item, () => 0), rated: of, favourable, onlyShare: true };
}

/** The sum of distributions: each respondent counts once for every item that was marked. */
export function addDistributions(distributions: Iterable<Distribution>): Distribution {
  const points = new Map<number, number>();
  const nonAnswers = new Map<NonAnswer, number>();
  let rated = 0;
  let favourable = 0;
  for (const one of distributions) {
    for (const [point, count] of one.points) points.set(point, (points.get(point) ?? 0) + count);
    for (const [mark, count] of one.nonAnswers) {
      nonAnswers.set(mark, (nonAnswers.get(mark) ?? 0) + count);
    }
    rated += one.rated;
    favourable += one.favourable;
  }
  return { points, nonAnswers, rated, favourable };
}

/** Who marked the item at all: on the scale, or with one of its non-answers. */
export function markedCount({ rated, nonAnswers }: Distribution): number {
  return rated + sum(nonAnswers.values());
}

/** The lower median of the points, or null when nobody placed a mark: the middle mark is always a real one. */
export function lowerMedian({ points, rated }: Distribution): number | null {
  let passed = 0;
  for (const [point, count] of [...points].toSorted(([a], [b]) => a - b)) {
    passed += count;
    if (count > 0 && passed * 2 >= rated) return point;
  }
  return null;
}

function distribution(item: ScaleItem, countOfMark: (mark: Mark) => number): Distribution {
  const scale = scales[item.scale];
  const counted = item.practiceAnswer === undefined;
  const points = new Map(scale.points.map((point) => [point, counted ? countOfMark(point) : 0]));
  const nonAnswers = new Map(
    scale.nonAnswers.map((mark) => [mark, counted ? countOfMark(mark) : 0]),
  );
  return {
    points,
    nonAnswers,
    rated: sum(points.values()),
    favourable: sum(scale.favourable.map((point) => points.get(point) ?? 0)),
  };
}

function sum(counts: Iterable<number>): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}
