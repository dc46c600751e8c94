import './progress.css';

interface ProgressProps {
  /** What is being done, in words. */
  readonly label: string;
  /** 0–1; undefined while nobody knows. */
  readonly done?: number | undefined;
  /** Words beside the bar ("19 av 30"). */
  readonly words?: string;
}

/** How far something has come, in words and as a bar. */
export function Progress({ label, done, words }: ProgressProps) {
  return (
    <div class="progress">
      <div class="progress-words">
        <span>{label}</span>
        {words === undefined ? null : <span>{words}</span>}
      </div>
      <progress class="progress-bar" aria-label={label} max={1} value={done} />
    </div>
  );
}
