import type { PublishedTable, PublishedTotals, Recovered } from './attack.ts';

/**
 * Goes through every world that fits a small published table of groups that share nobody: every way in which the hidden
 * groups can share the rest, and for each the exact whole-number bounds of a two-way table with known margins (Fréchet;
 * Dobra & Fienberg 2000, PNAS 97:11885–11892). Finds also what only whole numbers give away.
 */
export function exhaust(table: PublishedTable, totals: PublishedTotals): readonly Recovered[] {
  const hidden = [...table.sizes].flatMap(([group, size]) => (size.is === 'hidden' ? [group] : []));
  const told = [...table.sizes.values()].reduce(
    (sum, size) => sum + (size.is === 'shown' ? size.value : 0),
    0,
  );
  const isStated = table.dimension === 'mode';
  const seen = new Map<string, Set<number>>();
  const see = (cell: string, from: number, to: number): void => {
    const values = seen.get(cell) ?? new Set();
    seen.set(cell, values);
    for (let value = from; value <= to; value += 1) values.add(value);
  };
  for (const sizes of waysToShare(table.respondents - told, hidden.length, isStated)) {
    for (const [at, group] of hidden.entries())
      see(`size ${group}`, sizes[at] ?? 0, sizes[at] ?? 0);
    for (const [item, cells] of table.items) {
      const total = totals.get(item);
      if (total === null || total === undefined) continue;
      const shown = [...cells].flatMap(([group, cell]) =>
        cell.is === 'shown' ? [{ group, ...cell.value }] : [],
      );
      if (shown.length === 0) continue;
      const rest = [
        shown.reduce((left, one) => left - one.favourable, total.favourable),
        shown.reduce(
          (left, one) => left - (one.rated - one.favourable),
          total.rated - total.favourable,
        ),
      ];
      const everyone = table.respondents - told;
      const margins = [...rest, everyone - (rest[0] ?? 0) - (rest[1] ?? 0)];
      const ofTotal = [
        total.favourable,
        total.rated - total.favourable,
        table.respondents - total.rated,
      ];
      for (const [at, group] of hidden.entries()) {
        const size = sizes[at] ?? 0;
        for (const [answer, margin] of margins.entries()) {
          if ((ofTotal[answer] ?? 0) === 0) continue;
          see(
            `${item} ${group} ${answer}`,
            Math.max(0, size + margin - everyone),
            Math.min(size, margin),
          );
        }
      }
    }
  }
  return [...seen].flatMap(([cell, values]) => {
    const [value] = values;
    return values.size === 1 && value !== undefined ? [{ cell, value }] : [];
  });
}

/** Every way to give `total` to groups of at least one, with what is left over where not everyone said. */
function* waysToShare(
  total: number,
  groups: number,
  isStated: boolean,
): Generator<readonly number[]> {
  if (groups === 0) {
    yield [];
    return;
  }
  if (groups === 1 && isStated) {
    if (total >= 1) yield [total];
    return;
  }
  for (let first = 1; first <= total - (groups - 1); first += 1) {
    for (const others of waysToShare(total - first, groups - 1, isStated)) yield [first, ...others];
  }
}
