import { saidAloud } from '#i18n/said-aloud.ts';
import { usePage } from '#ui/answer/page/page-context.ts';
import { ListenButton } from '#ui/answer/voice/listen-button.tsx';
import type { ItemTexts } from './use-item-texts.ts';

/** The words of a question, in the language that they are written in. */
export function QuestionWords({ texts }: { readonly texts: ItemTexts }) {
  return (
    <>
      {texts.heading !== undefined && (
        <span class="question-heading" {...texts.foreignHeading}>
          {texts.heading}
        </span>
      )}
      {texts.foreign === undefined ? texts.text : <span {...texts.foreign}>{texts.text}</span>}
    </>
  );
}

/** What stands beneath a question's words: that they are in another language, its help, and the button that reads it. */
export function BeneathQuestion({
  id,
  texts,
  answers = [],
  scale,
}: {
  readonly id: string;
  readonly texts: ItemTexts;
  /** Said after the question's words, in their language. */
  readonly answers?: readonly string[];
  /** The scale whose recording says the answers. */
  readonly scale?: string | undefined;
}) {
  const { text } = usePage();
  return (
    <>
      {texts.foreign !== undefined && <p class="question-help">{text.t('local.onlySwedish')}</p>}
      {texts.help !== undefined && (
        <p class="question-help" id={`help-${id}`}>
          {texts.help}
        </p>
      )}
      {/* A voice of the page's language would read Swedish as nobody speaks it: it is heard in its own. */}
      <ListenButton
        prompt={id}
        words={texts.text}
        spoken={saidAloud(texts.foreign?.lang ?? text.language, texts.text, answers)}
        scale={scale}
        foreign={texts.foreign}
      />
    </>
  );
}
