import type { ComponentChildren } from 'preact';
import { usePage } from '#ui/answer/page/page-context.ts';
import { useHeadingFocus } from '#ui/answer/page/use-heading-focus.ts';
import { useDeviceVoice } from './device-voice.ts';

/** One thing for the child: the words (for who reads aloud, or the device's voice), and what to tap. */
export function ChildScreen({
  words,
  before,
  children,
  next,
}: {
  readonly words: string;
  /** Said before the words, and smaller. */
  readonly before?: string | undefined;
  readonly children: ComponentChildren;
  /** The way on; absent until something is chosen. */
  readonly next?: (() => void) | undefined;
}) {
  const { journey, text } = usePage();
  const heading = useHeadingFocus(words);
  const speak = useDeviceVoice(text.language);
  return (
    <main class="child-screen">
      <div class="child-words">
        {before !== undefined && <p>{before}</p>}
        <h1 ref={heading} tabIndex={-1}>
          {words}
        </h1>
        {speak !== undefined && (
          <button
            class="child-listen"
            type="button"
            onClick={() => speak(`${before ?? ''} ${words}`)}
          >
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M4 9v6h4l5 4V5L8 9zM16 8.5q3 3.5 0 7M18.5 6q5 6 0 12" />
            </svg>
            {text.t('child.listen')}
          </button>
        )}
      </div>
      {children}
      <nav class="child-ways">
        <button class="child-back" type="button" onClick={journey.back}>
          <Arrow />
          <span class="visually-hidden">{text.t('child.back')}</span>
        </button>
        {next !== undefined && (
          <button class="child-next" type="button" onClick={next}>
            <span class="visually-hidden">{text.t('child.next')}</span>
            <Arrow />
          </button>
        )}
      </nav>
    </main>
  );
}

function Arrow() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4 12h15M13 6l6 6-6 6" />
    </svg>
  );
}
