import type { ComponentChildren } from 'preact';
import type { OpenCentre } from '#app/team/team-app.ts';
import { useText } from '#ui/parts/text/text.tsx';
import { pathTo } from '#ui/team/session/paths.ts';
import type { Place } from '#ui/team/session/place-of.ts';
import { Banners } from './banners.tsx';
import { DemoRibbon } from './demo-ribbon.tsx';
import { LockNow } from '#ui/team/lock/lock-now.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { MirrorMark } from './mirror-mark.tsx';
import { Navigation } from './navigation.tsx';
import { SyncLine } from './sync-line.tsx';
import { YearPicker } from './year-picker.tsx';
import './shell.css';

interface ShellProps {
  readonly centre: OpenCentre;
  readonly place: Place | null;
  readonly year: number | null;
  readonly onYear: (year: number) => void;
  readonly quiet: boolean;
  readonly at: 'settle' | 'unreadable' | null;
  readonly children: ComponentChildren;
}

/** What stands around every screen of an open centre. */
export function Shell(props: ShellProps) {
  const { t } = useText();
  const { centre, year } = props;
  const name = centre.centre.value.name === '' ? centre.entry.name : centre.centre.value.name;
  return (
    <div class="shell">
      <a
        class="shell-skip"
        href="#main"
        onClick={(event) => {
          // The address belongs to the router: the jump is made by hand.
          event.preventDefault();
          document.querySelector<HTMLElement>('#main h1, #main')?.focus();
        }}
      >
        {t('app.skip')}
      </a>
      {centre.entry.demo ? <DemoRibbon space={centre.entry.space} /> : null}
      <header class="shell-head">
        <a class="shell-name" href={year === null ? pathTo.home() : pathTo.overview(year)}>
          <MirrorMark />
          <span>{name}</span>
        </a>
        <SyncLine sync={centre.sync.value} onTryAgain={() => centre.syncNow()} />
        {year === null ? null : (
          <YearPicker years={centre.years.value} year={year} onPick={props.onYear} />
        )}
        <LockNow />
        <Navigation place={props.place} year={year} />
      </header>
      <main class="shell-main" id="main" tabIndex={-1}>
        <Banners centre={centre} quiet={props.quiet} at={props.at} />
        {props.children}
      </main>
      <footer class="shell-foot">
        <LanguageSwitch />
      </footer>
    </div>
  );
}
