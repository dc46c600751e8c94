import type { GoalTrend } from '#projections/views.ts';
import { Figure, type TableTwin } from '#ui/charts/figure/figure.tsx';
import { ShareBars, type ShareRow } from '#ui/charts/share-bars/share-bars.tsx';
import { yearToken } from '#ui/charts/theme/chart-theme.ts';
import { useText, type Text } from '#ui/parts/text/text.tsx';
import { trendText } from '#ui/team/results/sentence-text.ts';
import { newestFirst, type FigureOf } from './figure-parts.ts';

/** One of the parents' goals: the favourable share of its ratings, a bar a year. */
export function GoalFigure({ trend, year, actions }: FigureOf<GoalTrend>) {
  const text = useText();
  return (
    <Figure
      title={text.t(`results:goalNames.${trend.goal}`)}
      sentence={trendText(text, trend, year)}
      chart={(label) => <ShareBars label={label} rows={goalRows(text, trend, year)} />}
      table={goalTable(text, trend)}
      actions={actions}
    />
  );
}

/** The goal's years as shares, the newest first, with how many parents answered. */
export function goalRows({ t, formats }: Text, { years }: GoalTrend, year: number): ShareRow[] {
  return newestFirst(years).map((one) => {
    const row = { label: String(one.year), token: yearToken(year, one.year) };
    if (!one.ratings.shown) {
      return { ...row, share: null, text: t(`results:withheldShort.${one.ratings.why}`) };
    }
    const { favourable, rated } = one.ratings.value;
    const share = rated === 0 ? 0 : favourable / rated;
    const text = t('results:chart.share', {
      share: formats.percent(share),
      count: one.answered,
    });
    return { ...row, share, text };
  });
}

/** The same numbers as a table. */
export function goalTable({ t, formats }: Text, { years }: GoalTrend): TableTwin {
  return {
    columns: [
      { id: 'year', label: t('results:table.year') },
      { id: 'share', label: t('results:table.share'), numeric: true },
      { id: 'favourable', label: t('results:table.favourable'), numeric: true },
      { id: 'rated', label: t('results:table.rated'), numeric: true },
      { id: 'answered', label: t('results:table.answered'), numeric: true },
    ],
    rows: newestFirst(years).map(({ year, answered, ratings }) => ({
      id: String(year),
      head: String(year),
      cells: ratings.shown
        ? [
            formats.percent(ratings.value.favourable / Math.max(1, ratings.value.rated)),
            ratings.value.favourable,
            ratings.value.rated,
            answered,
          ]
        : [
            t(`results:withheldShort.${ratings.why}`),
            t('results:table.hidden'),
            t('results:table.hidden'),
            answered,
          ],
    })),
  };
}
