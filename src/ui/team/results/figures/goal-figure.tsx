import type { GoalTrend, GoalYear } from '#projections/views.ts';
import { Figure, type TableTwin } from '#ui/charts/figure/figure.tsx';
import { ShareBars, type ShareRow } from '#ui/charts/share-bars/share-bars.tsx';
import { yearToken } from '#ui/charts/theme/chart-theme.ts';
import { useText, type Text } from '#ui/parts/text/text.tsx';
import { FigureFiles } from '#ui/team/results/figure-files/figure-files.tsx';
import { trendText } from '#ui/team/results/sentence-text.ts';
import { newestFirst, type FigureOf } from './figure-parts.ts';
import { intervalWords, withSource, yearHead } from './share-words.ts';

/** One of the parents' goals: the positive share with its interval, a bar a year. */
export function GoalFigure({ trend, year, least, actions }: FigureOf<GoalTrend>) {
  const text = useText();
  const title = text.t(`results:goalNames.${trend.goal}`);
  const table = goalTable(text, trend);
  return (
    <Figure
      title={title}
      sentence={trendText(text, trend, year, least)}
      chart={(label) => <ShareBars label={label} rows={goalRows(text, trend, year)} />}
      table={table}
      actions={
        <>
          <FigureFiles title={title} table={table} />
          {actions}
        </>
      }
    />
  );
}

/** The goal's years as shares, the newest first, with how many parents stand behind. */
export function goalRows(text: Text, { years }: GoalTrend, year: number): ShareRow[] {
  return newestFirst(years).map((one): ShareRow => {
    const row = {
      label: String(one.year),
      token: yearToken(year, one.year),
      breaks: !one.continues,
    };
    if (!one.share.shown) {
      const why = text.t(`results:withheldShort.${one.share.why}`);
      return { ...row, share: null, interval: null, text: why };
    }
    const { share, estimate, respondents } = one.share.value;
    const words = text.t('results:chart.share', {
      share: text.formats.percent(share),
      count: respondents,
    });
    return { ...row, share, interval: estimate, text: withSource(text, one, words) };
  });
}

/** The same numbers as a table. */
export function goalTable(text: Text, { years }: GoalTrend): TableTwin {
  const { t } = text;
  return {
    columns: [
      { id: 'year', label: t('results:table.year') },
      { id: 'share', label: t('results:table.share'), numeric: true },
      { id: 'interval', label: t('results:table.interval'), numeric: true },
      { id: 'respondents', label: t('results:table.answered'), numeric: true },
      { id: 'items', label: t('results:table.items'), numeric: true },
      { id: 'rated', label: t('results:table.rated'), numeric: true },
    ],
    rows: newestFirst(years).map((one) => ({
      id: String(one.year),
      head: yearHead(text, one),
      cells: cellsOf(text, one),
    })),
  };
}

function cellsOf(text: Text, { share }: GoalYear): (string | number)[] {
  const { t, formats } = text;
  if (!share.shown) {
    const hidden = t('results:table.hidden');
    return [t(`results:withheldShort.${share.why}`), hidden, hidden, hidden, hidden];
  }
  const { estimate, respondents, items, ratings } = share.value;
  return [
    formats.percent(share.value.share),
    estimate === null ? '–' : intervalWords(text, estimate),
    respondents,
    items.length,
    ratings,
  ];
}
