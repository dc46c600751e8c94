import type { ExpectedHelp } from '#projections/expected-help.ts';
import type { Text } from '#ui/parts/text/text.tsx';

/** "Med 20 svar ser vi bara skillnader på ungefär 25–30 procentenheter." */
export function expectedHelpText(
  { t }: Text,
  { count, from, points, twice }: ExpectedHelp,
): string {
  if (points === null) return t('results:expected.nothing', { count });
  const rangeOf = ({ from, to }: NonNullable<ExpectedHelp['points']>): string =>
    from === to ? String(from) : t('results:expected.range', { from, to });
  const range = rangeOf(points);
  const first =
    from === null
      ? t('results:expected.example', { count, range })
      : t('results:expected.asLast', { count, range, year: from });
  if (twice === null) return first;
  return `${first} ${t('results:expected.twice', { count: 2 * count, range: rangeOf(twice) })}`;
}
