import type { AreaId, Mark } from '#instruments/form.ts';
import { scales } from '#instruments/scales.ts';
import { applicableItems } from './applicable-items.ts';
import { itemTrends } from './item-trends.ts';
import type { Ledger } from './ledger.ts';
import type { AreaTrend, AreaYear, ItemTrend } from './views.ts';

const { points, favourable } = scales.working6;

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
    .flatMap((year) => areaYear(year, trends) ?? []);
  return { area, items: trends.map(({ item }) => item), years };
}

/** Undefined for a year in which the area has no position at all. */
function areaYear(year: number, trends: readonly ItemTrend[]): AreaYear | undefined {
  const ofYear = trends.flatMap(({ years }) => years.find((one) => one.year === year) ?? []);
  const stops = ofYear.flatMap(({ position }) => position ?? []);
  if (stops.length === 0) return undefined;
  return {
    year,
    points: new Map(points.map((point) => [point, stops.filter((it) => it === point).length])),
    placed: stops.filter((it) => typeof it === 'number').length,
    favourable: stops.filter(isFavourable).length,
    applicable: trends.length - stops.filter((it) => it === 'notHere').length,
    continues: ofYear.every(({ continues }) => continues),
  };
}

function isFavourable(mark: Mark): boolean {
  return typeof mark === 'number' && favourable.includes(mark);
}
