import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { answerLanguage } from '#i18n/answer-languages.ts';
import { hasAnswerTexts, loadAnswerTexts, type AnswerNamespace } from '#i18n/answer-text-files.ts';
import { createAnswerText, type AnswerText } from '#i18n/answer-text.ts';

/** Which language is spoken, and its texts once they have come. */
export interface LanguageState {
  readonly text: ReadonlySignal<AnswerText | undefined>;
  /** The language that could not be fetched; the texts on screen stay as they were. */
  readonly failed: ReadonlySignal<string | undefined>;
  readonly chosen: ReadonlySignal<string | undefined>;
  choose(language: string): void;
  /** Back to the question which language, for the next person at a tablet. */
  forget(): void;
}

/** Loads texts as language and form become known. Nothing that was answered is touched by a switch. */
export function createLanguageState(
  form: ReadonlySignal<AnswerNamespace | undefined>,
  tablet: boolean,
): LanguageState {
  const text = signal<AnswerText>();
  const chosen = signal<string>();
  const failed = signal<string>();

  effect(() => {
    const language = chosen.value;
    const formId = form.value;
    if (language === undefined) {
      text.value = undefined;
      return;
    }
    if (formId !== undefined && !hasAnswerTexts(language, formId)) {
      chosen.value = 'sv';
      return;
    }
    const load = async (): Promise<void> => {
      const [answer, tabletTexts, formTexts] = await Promise.all([
        loadAnswerTexts(language, 'answer'),
        tablet || formId === 'children' ? loadAnswerTexts(language, 'tablet') : undefined,
        formId === undefined ? undefined : loadAnswerTexts(language, formId),
      ]);
      // A later tap or a later form wins over a slow network.
      if (chosen.peek() !== language || form.peek() !== formId) return;
      failed.value = undefined;
      text.value = createAnswerText(language, {
        answer,
        tablet: tabletTexts,
        form: formTexts,
      });
    };
    load().catch(() => {
      if (chosen.peek() !== language) return;
      failed.value = language;
      chosen.value = text.peek()?.language;
    });
  });

  effect(() => {
    const language = answerLanguage(text.value?.language ?? '');
    if (language === undefined) return;
    document.documentElement.lang = language.code;
    document.documentElement.dir = language.direction;
  });

  return {
    text,
    failed,
    chosen,
    choose: (language) => {
      chosen.value = language;
    },
    forget: () => {
      chosen.value = undefined;
    },
  };
}
