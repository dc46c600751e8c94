import type { ComponentChildren } from 'preact';
import './panel.css';

interface PanelProps {
  /** `sunk` lies in the paper instead of on it; `accent` is for the one next thing. */
  readonly kind?: 'plain' | 'sunk' | 'accent';
  readonly children: ComponentChildren;
}

/** A sheet of paper on the ground. Use few: space divides better than frames. */
export function Panel({ kind = 'plain', children }: PanelProps) {
  return <div class={`panel panel-${kind}`}>{children}</div>;
}
