import type { ChangeWord, Shown } from '#projections/views.ts';
import { useText } from '#ui/parts/text/text.tsx';
import './change.css';

const signs: Readonly<Record<ChangeWord, string>> = {
  better: '↗',
  worse: '↘',
  same: '→',
  cannotTell: '?',
  tooFew: '–',
  firstYear: '•',
};

interface Changing {
  readonly years: readonly {
    readonly year: number;
    readonly spread?: Shown<unknown>;
    readonly ratings?: Shown<unknown>;
  }[];
  readonly change: ChangeWord;
}

/** The word that holds for a year; null where the year has nothing yet, so that no older change stands beside it. */
export function changeIn({ years, change }: Changing, year: number): ChangeWord | null {
  const newest = years.at(-1);
  if (newest?.year !== year) return null;
  const shown = newest.ratings ?? newest.spread;
  const waits =
    shown?.shown === false && (shown.why === 'stillOpen' || shown.why === 'notRevealed');
  return waits && change === 'cannotTell' ? null : change;
}

/** How something changed since the year before, in a word. The sign and the colour only repeat it. */
export function Change({ trend, year }: { readonly trend: Changing; readonly year: number }) {
  const { t } = useText();
  const word = changeIn(trend, year);
  if (word === null) return null;
  return (
    <span class={`change change-${word}`}>
      <span aria-hidden="true">{signs[word]}</span> {t(`results:change.${word}`)}
    </span>
  );
}
