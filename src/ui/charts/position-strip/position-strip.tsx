import { Dots } from '#ui/charts/dots/dots.tsx';
import './position-strip.css';

/** One stop of a scale in one year: how many marked it, and whether the team stands there together. */
export interface StripStop {
  readonly point: number;
  /** Null where the spread is not shown. */
  readonly count: number | null;
  readonly joint: boolean;
  /** The joint position was read from counts, not agreed on. */
  readonly fromCounts: boolean;
}

export interface StripRow {
  readonly label: string;
  /** The year's colour. */
  readonly token: string;
  /** In shown order, "Fungerar" first. */
  readonly stops: readonly StripStop[];
  /** Beside the stops: "Vet inte", or why there is no spread. Empty where all is said. */
  readonly note: string;
}

interface PositionStripProps {
  readonly label: string;
  readonly rows: readonly StripRow[];
  /** Words at the two ends of the scale. */
  readonly ends: readonly [string, string];
}

/** A statement's years over the six stops: a dot per mark, the joint position a filled stop. */
export function PositionStrip({ label, rows, ends }: PositionStripProps) {
  return (
    <div class="strip" role="img" aria-label={label}>
      <div class="strip-ends" aria-hidden="true">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
      {rows.map((row) => (
        <div class="strip-row" key={row.label} aria-hidden="true">
          <span class="strip-year">{row.label}</span>
          <div class="strip-stops" style={{ '--year': `var(${row.token})` }}>
            {row.stops.map((stop) => (
              <Stop key={stop.point} stop={stop} />
            ))}
          </div>
          {row.note === '' ? null : <span class="strip-note">{row.note}</span>}
        </div>
      ))}
    </div>
  );
}

function Stop({ stop }: { stop: StripStop }) {
  const { count, joint, fromCounts } = stop;
  const placed = fromCounts ? ' strip-median' : ' strip-joint';
  return (
    <div class={joint ? `strip-stop${placed}` : 'strip-stop'}>
      {count === null || count === 0 ? null : <Dots count={count} />}
    </div>
  );
}
