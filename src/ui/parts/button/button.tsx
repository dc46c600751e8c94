import type { ComponentChildren } from 'preact';
import './button.css';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  readonly kind?: ButtonKind;
  /** Fills the width of its place. */
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

interface ButtonProps extends Look {
  readonly type?: 'button' | 'submit';
  readonly onClick?: () => void;
  readonly disabled?: boolean;
  /** Work goes on: the button stays focusable, says so and ignores taps. */
  readonly busy?: boolean;
  /** A fuller name for those who do not see the context ("Kopiera länk till föräldraenkäten"). */
  readonly label?: string;
  /** For what it shows or hides. */
  readonly expanded?: boolean;
  /** For a button that stays pressed. */
  readonly pressed?: boolean;
}

function classOf({ kind = 'secondary', wide = false }: Look): string {
  return `button button-${kind}${wide ? ' button-wide' : ''}`;
}

/** A button at least 48 px high. One primary a screen. */
export function Button(props: ButtonProps) {
  const { type = 'button', onClick, disabled = false, busy = false } = props;
  return (
    <button
      type={type}
      class={classOf(props)}
      disabled={disabled}
      aria-disabled={busy ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      aria-label={props.label}
      aria-expanded={props.expanded}
      aria-pressed={props.pressed}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.();
      }}
    >
      {props.children}
    </button>
  );
}

interface LinkProps extends Look {
  /** Inside the app: `#/2026/results`. */
  readonly href: string;
  readonly label?: string;
  /** Opens in a tab of its own. */
  readonly newTab?: boolean;
  readonly download?: string;
}

/** A link that looks like a button: for going somewhere. */
export function ButtonLink(props: LinkProps) {
  return (
    <a
      class={classOf(props)}
      href={props.href}
      aria-label={props.label}
      target={props.newTab === true ? '_blank' : undefined}
      rel={props.newTab === true ? 'noopener' : undefined}
      download={props.download}
    >
      {props.children}
    </a>
  );
}

/** Buttons in a row that wraps. */
export function ButtonRow({ children }: { readonly children: ComponentChildren }) {
  return <div class="button-row">{children}</div>;
}
