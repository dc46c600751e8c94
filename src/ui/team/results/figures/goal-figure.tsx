import type { GoalTrend, GoalYear } from '#projections/views.ts';
import { Figure, type TableTwin } from '#ui/charts/figure/figure.tsx';
import { ShareLine } from '#ui/charts/share-line/share-line.tsx';
import type { ShareYear } from '#ui/charts/share-line/share-year.ts';
import { yearToken } from '#ui/charts/theme/chart-theme.ts';
import { useText, type Text } from '#ui/parts/text/text.tsx';
import { FigureFiles } from '#ui/team/results/figure-files/figure-files.tsx';
import { trendText } from '#ui/team/results/sentence-text.ts';
import { differenceWords } from './difference-words.ts';
import { newestFirst, type FigureOf } from './figure-parts.ts';
import { underYear, withheldYear } from './share-years.ts';
import { intervalWords, yearHead } from './share-words.ts';

/** One of the parents' goals: the positive share over the years in the band of its interval. */
export function GoalFigure({ trend, year, least, actions }: FigureOf<GoalTrend>) {
  const text = useText();
  const title = text.t(`results:goalNames.${trend.goal}`);
  const table = goalTable(text, trend);
  return (
    <Figure
      title={title}
      sentence={trendText(text, trend, year, least)}
      chart={(label) => <ShareLine label={label} years={goalYears(text, trend, year)} />}
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

/** The goal's years as shares, the oldest first, with how many parents stand behind. */
export function goalYears(text: Text, { years }: GoalTrend, newest: number): ShareYear[] {
  return years.map(({ year, source, share, continues }): ShareYear => {
    const place = { label: String(year), token: yearToken(newest, year), breaks: !continues };
    if (!share.shown) return withheldYear(text, place, share.why);
    return {
      ...place,
      share: share.value.share,
      interval: share.value,
      words: text.formats.percent(share.value.share),
      under: underYear(text, share.value.mostRated, source),
    };
  });
}

/** The same numbers as a table, and how far the newest year is from each. */
export function goalTable(text: Text, { years, comparisons }: GoalTrend): TableTwin {
  const { t } = text;
  const newest = years.at(-1)?.year ?? 0;
  return {
    columns: [
      { id: 'year', label: t('results:table.year') },
      { id: 'share', label: t('results:table.share'), numeric: true },
      { id: 'interval', label: t('results:table.interval'), numeric: true },
      { id: 'items', label: t('results:table.items'), numeric: true },
      { id: 'rated', label: t('results:table.rated'), numeric: true },
      { id: 'mostRated', label: t('results:table.mostRated'), numeric: true },
      {
        id: 'difference',
        label: t('results:table.difference', { year: newest }),
        numeric: true,
      },
    ],
    rows: newestFirst(years).map((one) => ({
      id: String(one.year),
      head: yearHead(text, one),
      cells: [
        ...cellsOf(text, one),
        differenceWords(
          text,
          comparisons.find(({ year }) => year === one.year),
        ),
      ],
    })),
  };
}

function cellsOf(text: Text, { share }: GoalYear): (string | number)[] {
  const { t, formats } = text;
  if (!share.shown) {
    const hidden = t('results:table.hidden');
    return [t(`results:withheldShort.${share.why}`), hidden, hidden, hidden, hidden];
  }
  const { items, ratings, mostRated } = share.value;
  return [
    formats.percent(share.value.share),
    intervalWords(text, share.value),
    items.length,
    ratings,
    mostRated,
  ];
}
