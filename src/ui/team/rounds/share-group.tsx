import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface ShareGroupProps {
  readonly title: string;
  /** What is not there yet, and from when. */
  readonly note?: string | undefined;
  readonly children: ComponentChildren;
}

/** One way to answer, with what staff do for it; all buttons of a panel are equally wide. */
export function ShareGroup({ title, note, children }: ShareGroupProps) {
  const id = useId();
  return (
    <div class="share-group" role="group" aria-labelledby={id}>
      <p class="share-group-title" id={id}>
        {title}
      </p>
      <div class="share-group-ways">
        {children}
        {note === undefined ? null : <p class="round-hint share-group-note">{note}</p>}
      </div>
    </div>
  );
}
