/** One stop of a scale in one year: how many marked it, and whether the team stands there together. */
export interface PlotStop {
  readonly point: number;
  /** Null where the spread is not shown. */
  readonly count: number | null;
  readonly joint: boolean;
  /** The joint position was read from counts, not agreed on. */
  readonly fromCounts: boolean;
}

export interface PlotRow {
  readonly label: string;
  /** The year's colour. */
  readonly token: string;
  /** In shown order, "Fungerar" first. */
  readonly stops: readonly PlotStop[];
  /** Under the stops: "Vet inte", or why there is no spread. Empty where all is said. */
  readonly note: string;
}

export interface PlotData {
  /** Newest first. */
  readonly rows: readonly PlotRow[];
  /** Words at the two ends of the scale. */
  readonly ends: readonly [string, string];
}

/** A year's height with its note below it. */
export const rowPx = 64;
