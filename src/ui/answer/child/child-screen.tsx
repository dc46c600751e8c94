import type { ComponentChildren } from 'preact';
import { saidAloud } from '#i18n/said-aloud.ts';
import { usePage } from '#ui/answer/page/page-context.ts';
import { useHeadingFocus } from '#ui/answer/page/use-heading-focus.ts';
import { ListenButton } from '#ui/answer/voice/listen-button.tsx';
import { useSpoken } from './use-spoken.ts';

/** One thing for the child: the words (spoken, or for who reads aloud), and what to tap. */
export function ChildScreen({
  prompt,
  words,
  answers = [],
  before,
  children,
  next,
}: {
  /** The prompt's id among the card's recordings. */
  readonly prompt: string;
  readonly words: string;
  /** Said after the words: what the faces mean. */
  readonly answers?: readonly string[];
  /** Said before the words, and smaller. */
  readonly before?: string | undefined;
  readonly children: ComponentChildren;
  /** The way on; absent until something is chosen. */
  readonly next?: (() => void) | undefined;
}) {
  const { journey, text } = usePage();
  const heading = useHeadingFocus(words);
  const asked = saidAloud(text.language, words, answers);
  const spoken = before === undefined ? asked : `${before} ${asked}`;
  useSpoken(prompt, spoken);
  return (
    <main class="child-screen">
      <div class="child-words">
        {before !== undefined && <p role="status">{before}</p>}
        <h1 ref={heading} tabIndex={-1}>
          {words}
        </h1>
        <ListenButton
          prompt={prompt}
          words={before === undefined ? words : `${before} ${words}`}
          spoken={spoken}
          large
        />
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
