import type { ComponentChildren } from 'preact';
import { LanguageSwitch } from '#ui/answer/language/language-switch.tsx';
import { usePage } from '#ui/answer/page/page-context.ts';
import './survey-frame.css';

/** The quiet frame around every screen of a survey: whose it is, and the language. */
export function SurveyFrame({
  centre,
  children,
}: {
  readonly centre: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="frame">
      <FrameHead centre={centre} />
      <main class="frame-body">{children}</main>
    </div>
  );
}

/** Whose survey it is, and the language: above every screen, and above what is told in a survey's place. */
export function FrameHead({ centre }: { readonly centre: string }) {
  return (
    <header class="frame-head">
      <p class="frame-centre">{centre}</p>
      <LanguageSwitch />
    </header>
  );
}

/** How far one has come, in words and as a bar. */
export function Progress({ number, total }: { readonly number: number; readonly total: number }) {
  const { text } = usePage();
  return (
    <label class="frame-progress">
      {text.t('frame.progress', { number, total })}
      <progress value={number} max={total} />
    </label>
  );
}

/** The two ways from a screen: back, and on. The way on always stands last and largest. */
export function Ways({ children }: { readonly children: ComponentChildren }) {
  return <div class="frame-ways">{children}</div>;
}

/** One step back; the browser's own Back does the same. */
export function BackButton() {
  const { journey, text } = usePage();
  return (
    <button class="button button-quiet" type="button" onClick={journey.back}>
      {text.t('frame.back')}
    </button>
  );
}
