import { useState } from 'preact/hooks';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import './navigation.css';

import type { Place } from '#ui/team/session/place-of.ts';

interface NavigationProps {
  readonly place: Place | null;
  /** Null before the first verksamhetsår: then only what needs none is there. */
  readonly year: number | null;
}

/** The six places. On a narrow screen they fold behind one button. */
export function Navigation({ place, year }: NavigationProps) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const items: readonly (readonly [Place, string])[] =
    year === null
      ? [
          ['overview', pathTo.home()],
          ['settings', pathTo.settings()],
        ]
      : [
          ['overview', pathTo.overview(year)],
          ['rounds', pathTo.rounds(year)],
          ['dialogue', pathTo.dialogue(year)],
          ['results', pathTo.results(year)],
          ['goals', pathTo.goals(year)],
          ['settings', pathTo.settings()],
        ];
  return (
    <nav
      class="navigation"
      aria-label={t('nav.label')}
      onFocusOut={(event) => {
        // What lies under the open menu must not take focus unseen.
        const next = event.relatedTarget;
        if (next instanceof Node && !event.currentTarget.contains(next)) setOpen(false);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        setOpen(false);
        event.currentTarget.querySelector('button')?.focus();
      }}
    >
      <button
        type="button"
        class="navigation-menu"
        aria-expanded={open}
        aria-controls="navigation-list"
        onClick={() => setOpen(!open)}
      >
        <span class="navigation-bars" aria-hidden="true" />
        {t('nav.menu')}
      </button>
      <ul id="navigation-list" class={open ? 'navigation-list navigation-open' : 'navigation-list'}>
        {items.map(([id, href]) => (
          <li key={id}>
            <a
              class="navigation-link"
              href={href}
              aria-current={id === place ? 'page' : undefined}
              onClick={() => setOpen(false)}
            >
              {t(`nav.${id}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
