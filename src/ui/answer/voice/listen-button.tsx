import { usePage } from '#ui/answer/page/page-context.ts';
import { usePrompt } from './use-prompt.ts';
import './listen-button.css';

/** Reads a question aloud at a tap, and is silent at the next one. Nothing at all where there is no sound for it. */
export function ListenButton({
  prompt,
  words,
  spoken = words,
  scale,
  foreign,
  large = false,
}: {
  /** The prompt's id, as the card names its recordings. */
  readonly prompt: string;
  /** What the button is named by: the question. */
  readonly words: string;
  /** What is said, answers included, for a device that has only a voice of its own. */
  readonly spoken?: string | undefined;
  /** The scale whose recorded answers follow. */
  readonly scale?: string | undefined;
  /** What marks the words, where they are in another language than the page's: they are heard in that one. */
  readonly foreign?: { readonly lang: string; readonly dir: 'ltr' } | undefined;
  /** Sized for a child's finger. */
  readonly large?: boolean;
}) {
  const { text } = usePage();
  const sound = usePrompt({ prompt, spoken, language: foreign?.lang ?? text.language, scale });
  if (sound === undefined) return null;
  const isSilent = sound.state === 'silent';
  // It is the same button while it is heard: its name keeps the question.
  const label = isSilent
    ? text.t('listen.playQuestion', { question: words })
    : `${text.t('listen.stop')}: ${words}`;
  return (
    <span class={large ? 'listen listen-large' : 'listen'}>
      <button
        type="button"
        data-sound={sound.state}
        aria-label={foreign === undefined ? label : undefined}
        onClick={isSilent ? sound.play : sound.stop}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          {isSilent ? (
            <path d="M4 9v6h4l5 4V5L8 9zM16 8.5q3 3.5 0 7M18.5 6q5 6 0 12" />
          ) : (
            <path d="M7 7h10v10H7z" />
          )}
        </svg>
        {text.t(isSilent ? 'listen.play' : 'listen.stop')}
        {/* A label has no parts: what is in two languages is said in two elements. */}
        {foreign !== undefined && (
          <span class="visually-hidden" {...foreign}>
            {` ${words}`}
          </span>
        )}
      </button>
      <span role="status">{sound.isFailed && text.t('listen.failed')}</span>
    </span>
  );
}
