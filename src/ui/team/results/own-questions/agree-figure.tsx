import { scales } from '#instruments/scales.ts';
import type { Distribution } from '#projections/views.ts';
import { Figure } from '#ui/charts/figure/figure.tsx';
import { StackedYears } from '#ui/charts/stacked-years/stacked-years.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import {
  distributionCells,
  distributionColumns,
  segmentsOf,
} from '#ui/team/results/figures/figure-parts.ts';

/** How parents agreed with a statement of the centre's own, in the year that it was asked. */
export function AgreeFigure({
  title,
  year,
  spread,
}: {
  readonly title: string;
  readonly year: number;
  readonly spread: Distribution;
}) {
  const text = useText();
  const { t, formats } = text;
  const { favourable, rated, points } = spread;
  const row = {
    label: String(year),
    counts: scales.agree4.points.map((point) => points.get(point) ?? 0),
    note: t('questions:results.answers', { count: rated }),
  };
  return (
    <Figure
      title={title}
      sentence={t('questions:results.agree', {
        favourable,
        count: rated,
        share: formats.percent(favourable / rated),
      })}
      chart={(label) => (
        <StackedYears
          label={label}
          data={{ measure: 'share', segments: segmentsOf(text, 'parents', 'agree4'), rows: [row] }}
        />
      )}
      table={{
        columns: distributionColumns(text, 'parents', 'agree4'),
        rows: [
          {
            id: String(year),
            head: String(year),
            cells: distributionCells(text, 'agree4', { shown: true, value: spread }),
          },
        ],
      }}
    />
  );
}
