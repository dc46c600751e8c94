/** One group's respondents, by what they answered: as many cells as the total has, in its order. */
export interface GroupCounts {
  readonly group: string;
  readonly cells: readonly number[];
  /** The respondents that the threshold goes by: those in the group's own table. */
  readonly size: number;
}

/** Everyone whom the groups were taken from, those who said nothing of themselves included. */
export type TotalCounts = Pick<GroupCounts, 'cells' | 'size'>;

/**
 * Which groups of a table may be shown beside its total, for groups that share nobody. First every group of fewer than
 * `least` goes. Then, since whoever has the total can subtract, the smallest of what is left goes too, until those who
 * are hidden, with those who said nothing, are together at least `least`. And where an answer that somebody gave was
 * given by none of them, nothing is shown: then that cell would be known for each hidden group (complementary
 * suppression; Hundepool et al. 2012, Statistical Disclosure Control, chapter 4). None: nothing may be shown.
 */
export function groupsToShow(
  groups: readonly GroupCounts[],
  total: TotalCounts,
  least: number,
): ReadonlySet<string> {
  const bySize = groups.toSorted((a, b) => b.size - a.size || (a.group < b.group ? -1 : 1));
  const shown = bySize.filter(({ size }) => size >= least);
  // A table that shows everybody hides nobody.
  if (shown.length === groups.length && sizeOfRest(shown, total) === 0) return namesOf(shown);
  while (shown.length > 0 && sizeOfRest(shown, total) < least) shown.pop();
  return hidesEveryAnswer(shown, total) ? namesOf(shown) : new Set();
}

/** As `groupsToShow`, for groups that may share respondents: each one is judged against all who are not in it. */
export function overlappingGroupsToShow(
  groups: readonly GroupCounts[],
  total: TotalCounts,
  least: number,
): ReadonlySet<string> {
  return namesOf(
    groups.filter((one) => {
      const isLarge = one.size >= least && sizeOfRest([one], total) >= least;
      return isLarge && hidesEveryAnswer([one], total);
    }),
  );
}

function sizeOfRest(shown: readonly GroupCounts[], total: TotalCounts): number {
  return shown.reduce((left, { size }) => left - size, total.size);
}

/** Whether every answer that somebody gave was also given among those who are not shown. */
function hidesEveryAnswer(shown: readonly GroupCounts[], total: TotalCounts): boolean {
  return total.cells.every((count, at) => {
    const rest = shown.reduce((left, { cells }) => left - (cells[at] ?? 0), count);
    return count === 0 || rest > 0;
  });
}

function namesOf(groups: readonly GroupCounts[]): ReadonlySet<string> {
  return new Set(groups.map(({ group }) => group));
}
