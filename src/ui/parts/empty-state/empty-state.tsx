import type { ComponentChildren } from 'preact';
import './empty-state.css';

interface EmptyStateProps {
  readonly title: string;
  /** Teaches what belongs here and what the next step is. */
  readonly children: ComponentChildren;
  readonly action?: ComponentChildren;
  readonly level?: 2 | 3;
}

/** A place that holds nothing yet, and how it comes to hold something. */
export function EmptyState({ title, children, action, level = 2 }: EmptyStateProps) {
  return (
    <div class="empty-state">
      {level === 2 ? <h2 class="empty-title">{title}</h2> : <h3 class="empty-title">{title}</h3>}
      <div class="empty-words">{typeof children === 'string' ? <p>{children}</p> : children}</div>
      {action}
    </div>
  );
}
