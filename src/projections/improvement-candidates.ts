import { bookPaths } from '#records/book-paths.ts';
import { divisionOf } from './division.ts';
import type { Ledger } from './ledger.ts';
import type { BoardItem, BoardView } from './views.ts';

/** Why a statement is worth a talk about improvement. */
export const improvementReasons = ['low', 'falling', 'divided', 'reservation'] as const;
export type ImprovementReason = (typeof improvementReasons)[number];

/** The team's answer to "can we affect it this year?". */
export const shortlistAnswers = ['yes', 'later', 'no'] as const;
export type ShortlistAnswer = (typeof shortlistAnswers)[number];

export interface ImprovementCandidate {
  readonly item: string;
  readonly reasons: readonly ImprovementReason[];
  readonly answer: ShortlistAnswer | null;
}

/** The side of the scale that works: 4 to 6. */
const lowestWorking = 4;
/** Marks over four of the six stops. */
const wideFrom = 3;

/**
 * The statements to talk about in step 4, those with most reasons first, among them the lowest position first.
 * `low`: the joint position is on the side that needs to be developed (1–3). `falling`: it is lower than last year's, in the same wording.
 * `divided`: the marks stand on both sides of the scale's middle and over at least four of its six stops. `reservation`: somebody
 * sees it differently and said so. Every team has a lowest statement; none is a candidate for being the lowest alone. What
 * the team has answered for is among them, whatever the reasons say.
 */
export function improvementCandidates(
  ledger: Ledger,
  board: BoardView,
): readonly ImprovementCandidate[] {
  return board.items
    .filter(({ applicable }) => applicable)
    .map((item) => ({
      item,
      reasons: reasonsOf(item),
      answer: shortlistAnswer(ledger.book.value(bookPaths.shortlist(board.year, item.item))),
    }))
    .filter(({ reasons, answer }) => reasons.length > 0 || answer !== null)
    .toSorted((a, b) => b.reasons.length - a.reasons.length || height(a.item) - height(b.item))
    .map(({ item: { item }, reasons, answer }) => ({ item, reasons, answer }));
}

function reasonsOf({
  position,
  lastYear,
  reworded,
  spread,
  reservation,
}: BoardItem): ImprovementReason[] {
  const isLow = typeof position === 'number' && position < lowestWorking;
  const isFalling =
    !reworded &&
    typeof position === 'number' &&
    typeof lastYear === 'number' &&
    position < lastYear;
  const marked = spread.shown
    ? [...spread.value.points].flatMap(([point, count]) => (count > 0 ? [point] : []))
    : [];
  const isDivided =
    spread.shown &&
    divisionOf(spread.value).width >= wideFrom &&
    marked.some((point) => point >= lowestWorking) &&
    marked.some((point) => point < lowestWorking);
  const has = {
    low: isLow,
    falling: isFalling,
    divided: isDivided,
    reservation: reservation !== '',
  };
  return improvementReasons.filter((reason) => has[reason]);
}

/** What has no place on the scale comes after what has. */
function height({ position }: BoardItem): number {
  return typeof position === 'number' ? position : 7;
}

/** Reads the team's answer; null for whatever else stands there. */
export function shortlistAnswer(value: unknown): ShortlistAnswer | null {
  return shortlistAnswers.find((one) => one === value) ?? null;
}
