import type { Verdict, YearVerdict } from '#projections/views.ts';
import { useText } from '#ui/parts/text/text.tsx';
import './verdict-word.css';

const signs: Readonly<Record<Verdict, string>> = {
  better: '↗',
  worse: '↘',
  cannotTell: '?',
  tooFew: '–',
  notComparable: '≠',
};

interface Judged {
  readonly years: readonly { readonly year: number }[];
  readonly verdict: YearVerdict | null;
}

/** The verdict that holds for a year; null where the year has nothing yet, so that no older one stands beside it. */
export function verdictIn({ years, verdict }: Judged, year: number): YearVerdict | null {
  return years.at(-1)?.year === year ? verdict : null;
}

/** How something changed and since which year, in a few words. The sign and the colour only repeat it. */
export function VerdictWord({ trend, year }: { readonly trend: Judged; readonly year: number }) {
  const { t } = useText();
  const judged = verdictIn(trend, year);
  if (judged === null) return null;
  const { verdict, against } = judged;
  return (
    <span class={`verdict-word verdict-${verdict}`}>
      <span aria-hidden="true">{signs[verdict]}</span>{' '}
      {t('results:verdictAgainst', { verdict: t(`results:verdictWord.${verdict}`), year: against })}
    </span>
  );
}
