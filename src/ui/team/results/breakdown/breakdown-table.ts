import type { Dimension } from '#projections/answer-groups.ts';
import type { Breakdown, Cell, GroupShare } from '#projections/breakdown.ts';
import type { TableTwin } from '#ui/charts/figure/figure.tsx';
import type { Text } from '#ui/parts/text/text.tsx';

const choiceItems: Readonly<Record<Exclude<Dimension, 'mode'>, string>> = {
  gender: 'p-gender',
  service: 'p-services',
  homeLanguage: 'p-home-language',
};

/** A breakdown as a table: groups side by side, an item a row. A hidden cell says that it is hidden; it is not zero. */
export function breakdownTable(text: Text, table: Breakdown): TableTwin {
  const { t, form, formats } = text;
  const cellText = <T>(cell: Cell<T> | undefined, shown: (value: T) => string): string => {
    if (cell?.is === 'shown') return shown(cell.value);
    return t(cell?.is === 'empty' ? 'results:breakdown.empty' : 'results:table.hidden');
  };
  return {
    columns: [
      { id: 'item', label: t('results:breakdown.item') },
      ...table.groups.map((group) => ({
        id: group,
        label: groupName(text, table.dimension, group),
        numeric: true,
      })),
    ],
    rows: [
      {
        id: 'size',
        head: t('results:breakdown.size'),
        cells: table.groups.map((group) => cellText(table.sizes.get(group), String)),
      },
      ...shownItems(table).map(([item, cells]) => ({
        id: item,
        head: form('parents').text(item),
        cells: table.groups.map((group) =>
          cellText(cells.get(group), ({ rated, estimate }) =>
            t('results:breakdown.share', {
              share: formats.percent(estimate.share),
              count: rated,
            }),
          ),
        ),
      })),
    ],
  };
}

/** The items of which some group is shown: a row of nothing but hidden cells says less than a sentence. */
export function shownItems({
  items,
}: Breakdown): [string, ReadonlyMap<string, Cell<GroupShare>>][] {
  return [...items].filter(([, cells]) => [...cells.values()].some(({ is }) => is === 'shown'));
}

/** A group's name in the reader's language. */
export function groupName({ t, form }: Text, dimension: Dimension, group: string): string {
  if (dimension !== 'mode') return form('parents').choice(choiceItems[dimension], group);
  switch (group) {
    case 'tablet':
    case 'paper':
    case 'interview':
      return t(`results:modes.${group}`);
    default:
      return t('results:modes.phone');
  }
}
