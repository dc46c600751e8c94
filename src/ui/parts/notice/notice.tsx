import type { ComponentChildren } from 'preact';
import './notice.css';

interface NoticeProps {
  readonly kind?: 'info' | 'good' | 'warning' | 'danger';
  readonly title?: string;
  /** Said aloud when it comes while the screen is open. */
  readonly live?: boolean;
  readonly actions?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** A word to the reader that stays in its place. Its kind is told by its words, not by its colour alone. */
export function Notice({ kind = 'info', title, live = false, actions, children }: NoticeProps) {
  return (
    <div class={`notice notice-${kind}`} role={live ? 'status' : undefined}>
      <div class="notice-words">
        {title === undefined ? null : <p class="notice-title">{title}</p>}
        {typeof children === 'string' ? <p class="notice-text">{children}</p> : children}
      </div>
      {actions === undefined ? null : <div class="notice-actions">{actions}</div>}
    </div>
  );
}
