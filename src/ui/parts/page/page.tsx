import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import './page.css';

interface PageProps {
  readonly title: string;
  /** One or two sentences under the heading. */
  readonly lead?: ComponentChildren;
  /** Small words above the heading: where we are. */
  readonly above?: ComponentChildren;
  /** Buttons beside the heading. */
  readonly actions?: ComponentChildren;
  /** `wide` for charts and boards; texts and forms keep a comfortable line. */
  readonly width?: 'text' | 'wide';
  readonly children?: ComponentChildren;
}

/** A screen's frame: its one h1, which takes focus when the screen comes, and the document's title. */
export function Page(props: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${props.title} · Spegla`;
  }, [props.title]);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div class={props.width === 'wide' ? 'page page-wide' : 'page'}>
      <header class="page-head">
        <div class="page-words">
          {props.above === undefined ? null : <p class="page-above">{props.above}</p>}
          <h1 ref={heading} tabIndex={-1} class="page-title">
            {props.title}
          </h1>
          {props.lead === undefined ? null : <p class="page-lead">{props.lead}</p>}
        </div>
        {props.actions === undefined ? null : <div class="page-actions">{props.actions}</div>}
      </header>
      {props.children}
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly level?: 2 | 3;
  readonly actions?: ComponentChildren;
  readonly id?: string;
  readonly children?: ComponentChildren;
}

/** A part of a screen under its own heading (h2, or h3 inside another). */
export function Section({ title, lead, level = 2, actions, id, children }: SectionProps) {
  return (
    <section class={`section section-${level}`} id={id}>
      <div class="section-head">
        {level === 2 ? (
          <h2 class="section-title">{title}</h2>
        ) : (
          <h3 class="section-title">{title}</h3>
        )}
        {actions}
      </div>
      {lead === undefined ? null : <p class="section-lead">{lead}</p>}
      {children}
    </section>
  );
}
