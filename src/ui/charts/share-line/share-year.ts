/** One year's share, 0–1, with the words at its point; a null share is withheld and `words` say why. */
export interface ShareYear {
  readonly label: string;
  readonly share: number | null;
  /** Its 95 % interval, drawn as a band; null where there is none. */
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  /** Under the year: how many stand behind, in short lines. */
  readonly under: readonly string[];
  /** At the point: the share, or why there is none. */
  readonly words: string;
  readonly token: string;
  /** Asked otherwise than the year before it: the line is broken there. */
  readonly breaks: boolean;
}

/** Whether the line goes from the year before to this one: both are known, and asked in the same way. */
export function isJoined(years: readonly ShareYear[], at: number): boolean {
  const [before, year] = [years[at - 1], years[at]];
  return (
    before !== undefined &&
    year !== undefined &&
    !year.breaks &&
    before.share !== null &&
    year.share !== null
  );
}
