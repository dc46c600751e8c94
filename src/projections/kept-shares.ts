import { countedItemsOf } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import type { JsonValue } from '#records/json.ts';
import { membersOf } from './book-values.ts';
import type { RespondentShare } from './respondent-share.ts';
import type { Shown } from './views.ts';

/**
 * The goals' shares by respondent as a purge keeps them. A goal is compared over the items that both years show, so
 * they are kept for every set of a goal's shown items (seven at most for three); each stands on six persons or more.
 */
export function sharesToKeep(year: {
  readonly items: ReadonlyMap<string, Shown<unknown>>;
  shareOf(items: readonly string[]): RespondentShare | null;
}): Record<string, JsonValue> {
  const kept: Record<string, JsonValue> = {};
  for (const items of itemsByGoal()) {
    const shown = items.filter((item) => year.items.get(item)?.shown === true);
    for (const set of nonEmptySets(shown)) {
      const share = year.shareOf(set);
      if (share !== null) kept[setName(set)] = { ...share };
    }
  }
  return kept;
}

/** Reads one of the kept shares; null where there is none that can be true. */
export function keptShare(
  shares: ReadonlyMap<string, unknown>,
  items: readonly string[],
): RespondentShare | null {
  const kept = membersOf(shares.get(setName(items)));
  const number = (name: string): number => {
    const value = kept.get(name);
    return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : -1;
  };
  const share = {
    respondents: number('respondents'),
    ratings: number('ratings'),
    sum: number('sum'),
    squares: number('squares'),
  };
  const isTrue =
    share.respondents > 0 &&
    share.ratings >= share.respondents &&
    share.squares <= share.sum + 1e-9;
  return isTrue && share.squares >= 0 && share.sum <= share.respondents + 1e-9 ? share : null;
}

function itemsByGoal(): readonly (readonly string[])[] {
  const items = countedItemsOf(currentForm('parents')).filter(({ goal }) => goal !== undefined);
  return [...Map.groupBy(items, ({ goal }) => goal).values()].map((of) => of.map(({ id }) => id));
}

function nonEmptySets(items: readonly string[]): readonly (readonly string[])[] {
  const sets: (readonly string[])[] = [[]];
  for (const item of items) sets.push(...sets.map((set) => [...set, item]));
  return sets.filter((set) => set.length > 0);
}

function setName(items: readonly string[]): string {
  return items.toSorted().join(' ');
}
