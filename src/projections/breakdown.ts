import type { ScaleItem } from '#instruments/form.ts';
import type { MarksAnswer } from '#records/answer.ts';
import { groupings, type Dimension } from './answer-groups.ts';
import { answersIn, answersLeft, answerSteps } from './answer-steps.ts';
import { applicableItems } from './applicable-items.ts';
import { distributionOf } from './distribution.ts';
import { formYear } from './form-year.ts';
import type { Ledger } from './ledger.ts';
import { wilsonInterval, type Estimate } from './newcombe-interval.ts';
import { roundsOf } from './round-views.ts';
import { groupsToShow, overlappingGroupsToShow, type GroupCounts } from './suppress-groups.ts';
import { leastShown } from './suppression.ts';

/** What stands in a cell. `empty`: nobody belongs to the group. `hidden`: somebody does, and it is not told how many. */
export type Cell<T> =
  | { readonly is: 'shown'; readonly value: T }
  | { readonly is: 'hidden' }
  | { readonly is: 'empty' };

/** One group's positive share of one item. */
export interface GroupShare {
  readonly rated: number;
  readonly favourable: number;
  readonly estimate: Estimate;
}

/** The parents' answers of one year by one thing that they told of themselves, or by how they answered. */
export interface Breakdown {
  readonly year: number;
  readonly dimension: Dimension;
  readonly groups: readonly string[];
  /** How many respondents it stands on: those of the first step. Who came later is in no breakdown. */
  readonly respondents: number;
  /** By group: how many respondents. */
  readonly sizes: ReadonlyMap<string, Cell<number>>;
  /** By item and group. */
  readonly items: ReadonlyMap<string, ReadonlyMap<string, Cell<GroupShare>>>;
}

const hidden = { is: 'hidden' } as const;
const empty = { is: 'empty' } as const;

/**
 * Breaks one year of the parents' answers down by one dimension, suppressed: the only way to such a table. Undefined
 * while nothing of the year is shown, for years of which only counts are known, and where answers were set aside after
 * the closing: beside the table of before it would tell of a few in each group. Free texts are never broken down.
 */
export function breakdown(
  ledger: Ledger,
  year: number,
  dimension: Dimension,
): Breakdown | undefined {
  const shown = formYear(ledger, 'parents', year);
  if (shown?.source !== 'rounds') return undefined;
  if (![...shown.items.values()].some((spread) => spread.shown)) return undefined;
  const rounds = roundsOf(ledger, 'parents', year);
  if (answersLeft(ledger, rounds) > 0) return undefined;
  const [step] = answerSteps(ledger, rounds);
  const least = leastShown(ledger.book);
  // What a purge left has no respondents, and a first step of a few was never shown by itself.
  if (step === undefined || step.respondents < least) return undefined;
  const first = answersIn(ledger, rounds, step);
  const { groups, several } = groupings[dimension];
  const choose = several ? overlappingGroupsToShow : groupsToShow;
  const { members, ratingsOf } = groupedAnswers(first, dimension);
  const present = groups.filter((group) => (members.get(group) ?? []).length > 0);

  const sizesShown = choose(
    present.map((group) => ({ group, ...headCount(members.get(group) ?? []) })),
    headCount(first),
    least,
  );
  const sizes = groups.map((group): [string, Cell<number>] => {
    if (!present.includes(group)) return [group, empty];
    const size = (members.get(group) ?? []).length;
    return [group, sizesShown.has(group) ? { is: 'shown', value: size } : hidden];
  });
  const items = applicableItems(ledger, 'parents').map((item) => {
    const counts = present.map((group) => ({ group, ...ratingsOf(item, group) }));
    const total = ratingsOf(item, null);
    // Of an item that was shown only once later answers had come, no group is told apart.
    const isOpen = shown.items.get(item.id)?.shown === true && total.size >= least;
    const mayShow = isOpen ? choose(counts, total, least) : new Set<string>();
    // The same groups are told apart for every item, or of that item none: else one table would explain the other.
    const isWhole = several || [...sizesShown].every((group) => mayShow.has(group));
    const cells = groups.map((group): [string, Cell<GroupShare>] => {
      if (!present.includes(group)) return [group, empty];
      const one = counts.find((count) => count.group === group);
      const isShown = isWhole && sizesShown.has(group) && mayShow.has(group);
      return [group, one !== undefined && isShown ? { is: 'shown', value: shareOf(one) } : hidden];
    });
    return [item.id, new Map(cells)] as const;
  });
  return {
    year,
    dimension,
    groups,
    respondents: first.length,
    sizes: new Map(sizes),
    items: new Map(items),
  };
}

interface Grouped {
  readonly members: ReadonlyMap<string, readonly MarksAnswer[]>;
  /** Of one group, or of all for null. */
  ratingsOf(item: ScaleItem, group: string | null): Ratings;
}
type Ratings = Pick<GroupCounts, 'cells' | 'size'>;

/** A first step is the same list for as long as it has the same answers: it is not gone through again for a later one. */
function groupedAnswers(first: readonly MarksAnswer[], dimension: Dimension): Grouped {
  const known = knownGroups.get(first) ?? new Map<Dimension, Grouped>();
  knownGroups.set(first, known);
  const grouped = known.get(dimension) ?? groupAnswers(first, dimension);
  known.set(dimension, grouped);
  return grouped;
}

const knownGroups = new WeakMap<readonly MarksAnswer[], Map<Dimension, Grouped>>();

function groupAnswers(first: readonly MarksAnswer[], dimension: Dimension): Grouped {
  const { groups, groupsOf } = groupings[dimension];
  const members = new Map(groups.map((group): [string, MarksAnswer[]] => [group, []]));
  for (const answer of first) {
    for (const group of groupsOf(answer)) members.get(group)?.push(answer);
  }
  const counted = new Map<string, Ratings>();
  return {
    members,
    ratingsOf: (item, group) => {
      const name = `${item.id} ${group ?? ''}`;
      const found =
        counted.get(name) ?? ratings(group === null ? first : (members.get(group) ?? []), item);
      counted.set(name, found);
      return found;
    },
  };
}

function headCount(answers: readonly MarksAnswer[]): { cells: readonly number[]; size: number } {
  return { cells: [answers.length], size: answers.length };
}

/** Favourable, not favourable, and neither; the threshold goes by who rated the item. */
function ratings(answers: readonly MarksAnswer[], item: ScaleItem): Ratings {
  const { rated, favourable } = distributionOf(
    item,
    answers.map(({ marks }) => marks[item.id]),
  );
  return { cells: [favourable, rated - favourable, answers.length - rated], size: rated };
}

function shareOf({ cells, size }: GroupCounts): GroupShare {
  const share = { favourable: cells[0] ?? 0, of: size };
  const estimate = { share: share.favourable / share.of, ...wilsonInterval(share) };
  return { rated: size, favourable: share.favourable, estimate };
}
