import type { ComponentChildren } from 'preact';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import { LanguageSwitch } from '#ui/team/shell/language-switch.tsx';
import { MirrorMark } from '#ui/team/shell/mirror-mark.tsx';
import './gate.css';

interface GateProps {
  readonly children: ComponentChildren;
  /** On the start page itself there is nowhere to go back to. */
  readonly atStart?: boolean;
}

/** What stands around the pages before a centre is open. */
export function Gate({ children, atStart = false }: GateProps) {
  const { t } = useText();
  return (
    <div class="gate">
      <header class="gate-head">
        {atStart ? (
          <span />
        ) : (
          <a class="gate-home" href={pathTo.start()} aria-label={t('app.toStart')}>
            <MirrorMark />
            <span aria-hidden="true">Spegla</span>
          </a>
        )}
        <LanguageSwitch />
      </header>
      <main class="gate-main" id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
