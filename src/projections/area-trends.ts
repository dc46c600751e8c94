import type { AreaId, Mark } from '#instruments/form.ts';
import { scales } from '#instruments/scales.ts';
import { applicableItems } from './applicable-items.ts';
import { changeOfNewest, changeOfNumbers } from './change-word.ts';
import { itemTrends } from './item-trends.ts';
import type { Ledger } from './ledger.ts';
import type { AreaTrend, AreaYear, ChangeWord, ItemTrend } from './views.ts';

const { points, favourable } = scales.working6;

/** An area's year and the joint positions behind it, by item id. */
interface PlacedYear {
  readonly ofArea: AreaYear;
  readonly marks: ReadonlyMap<string, Mark>;
}

/** The reflection's areas in form order: how many of each area's statements stand at each stop, year by year. */
export function areaTrends(ledger: Ledger, upToYear: number): readonly AreaTrend[] {
  const trends = new Map(
    itemTrends(ledger, 'reflection', upToYear).map((trend) => [trend.item, trend]),
  );
  const itemsByArea = new Map<AreaId, string[]>();
  for (const { id, area } of applicableItems(ledger, 'reflection')) {
    if (area === undefined) continue;
    itemsByArea.set(area, [...(itemsByArea.get(area) ?? []), id]);
  }
  return [...itemsByArea].map(([area, items]) =>
    areaTrend(
      area,
      items.flatMap((item) => trends.get(item) ?? []),
    ),
  );
}

function areaTrend(area: AreaId, trends: readonly ItemTrend[]): AreaTrend {
  const years = [...new Set(trends.flatMap((trend) => trend.years.map(({ year }) => year)))]
    .toSorted((a, b) => a - b)
    .map((year) => areaYear(year, trends))
    .filter(({ marks }) => marks.size > 0);
  return {
    area,
    items: trends.map(({ item }) => item),
    years: years.map(({ ofArea }) => ofArea),
    change: changeOfNewest(years, changeOfAreas),
  };
}

function areaYear(year: number, trends: readonly ItemTrend[]): PlacedYear {
  const marks = new Map<string, Mark>();
  for (const { item, years } of trends) {
    const position = years.find((one) => one.year === year)?.position ?? null;
    if (position !== null) marks.set(item, position);
  }
  const stops = [...marks.values()];
  const counts = new Map(points.map((point) => [point, stops.filter((it) => it === point).length]));
  const ofArea = {
    year,
    points: counts,
    placed: stops.filter((it) => typeof it === 'number').length,
    favourable: stops.filter(isFavourable).length,
    applicable: trends.length - stops.filter((it) => it === 'notHere').length,
  };
  return { ofArea, marks };
}

/**
 * Compares the favourable shares as shown, and the shares of the statements that were placed both years. Where
 * the two point different ways, the share moved because other statements were placed: then nothing is told.
 */
function changeOfAreas(last: PlacedYear, newest: PlacedYear): ChangeWord {
  const both = [...newest.marks].flatMap(([item, now]) => {
    const before = last.marks.get(item);
    return typeof now === 'number' && typeof before === 'number' ? [{ before, now }] : [];
  });
  if (both.length === 0) return 'cannotTell';
  const [before, now] = [last.ofArea, newest.ofArea];
  const asShown = changeOfNumbers(before.favourable * now.placed, now.favourable * before.placed);
  const likeForLike = changeOfNumbers(
    both.filter(({ before }) => isFavourable(before)).length,
    both.filter(({ now }) => isFavourable(now)).length,
  );
  return asShown === likeForLike ? asShown : 'cannotTell';
}

function isFavourable(mark: Mark): boolean {
  return typeof mark === 'number' && favourable.includes(mark);
}
