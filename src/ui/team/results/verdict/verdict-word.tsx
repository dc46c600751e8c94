import type { Verdict } from '#projections/views.ts';
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
  readonly verdict: Verdict | null;
}

/** The verdict that holds for a year; null where the year has nothing yet, so that no older one stands beside it. */
export function verdictIn({ years, verdict }: Judged, year: number): Verdict | null {
  return years.at(-1)?.year === year ? verdict : null;
}

/** How something changed since the year before, in a word. The sign and the colour only repeat it. */
export function VerdictWord({ trend, year }: { readonly trend: Judged; readonly year: number }) {
  const { t } = useText();
  const verdict = verdictIn(trend, year);
  if (verdict === null) return null;
  return (
    <span class={`verdict-word verdict-${verdict}`}>
      <span aria-hidden="true">{signs[verdict]}</span> {t(`results:verdictWord.${verdict}`)}
    </span>
  );
}
