import './legend.css';

/** What one colour of a chart stands for. */
export interface LegendEntry {
  readonly label: string;
  /** The custom property that holds the colour. */
  readonly token: string;
  /** Drawn with slanting lines: the unfavourable side. */
  readonly hatched: boolean;
}

/** The colours of a chart in the order in which they stand in its bars. For the eye: the table has the words. */
export function Legend({ entries }: { entries: readonly LegendEntry[] }) {
  return (
    <ul class="legend" aria-hidden="true">
      {entries.map((entry) => (
        <li key={entry.label}>
          <span
            class={entry.hatched ? 'legend-swatch legend-hatched' : 'legend-swatch'}
            style={{ '--swatch': `var(${entry.token})` }}
          />
          {entry.label}
        </li>
      ))}
    </ul>
  );
}
