import './mirror-mark.css';

/** Spegla's mark: a small house by the water and what the water says back. Decoration, so silent. */
export function MirrorMark({ large = false }: { readonly large?: boolean }) {
  return (
    <svg
      class={large ? 'mirror-mark mirror-mark-large' : 'mirror-mark'}
      viewBox="0 0 96 96"
      aria-hidden="true"
      focusable="false"
    >
      <path class="mirror-roof" d="M20 32 48 11l28 21v4H20z" />
      <path class="mirror-wall" d="M26 36h44v12H26z" />
      <path class="mirror-door" d="M43 38h10v10H43z" />
      <path class="mirror-line" d="M8 50.5h80" />
      <g class="mirror-water">
        <path d="M26 54h44v4H26zM27 62h42v4H27zM24 70h48v4H24zM34 78h28v4H34zM44 86h8v3h-8z" />
      </g>
      <path class="mirror-glow" d="M43 54h10v4H43zM44 62h8v4h-8z" />
    </svg>
  );
}
