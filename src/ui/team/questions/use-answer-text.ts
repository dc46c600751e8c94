import { useEffect, useState } from 'preact/hooks';
import { createAnswerText, type AnswerText } from '#i18n/answer-text.ts';
import { loadAnswerTexts } from '#i18n/answer-text-files.ts';

type Form = 'parents' | 'children';

/** What those who answer read in a language; `failed` where it cannot be fetched. Undefined until it is there. */
export function useAnswerText(language: string, form: Form): AnswerText | 'failed' | undefined {
  const [found, setFound] = useState<AnswerText | 'failed'>();
  useEffect(() => {
    let gone = false;
    setFound(undefined);
    void Promise.all([
      loadAnswerTexts(language, 'answer'),
      loadAnswerTexts(language, 'tablet'),
      loadAnswerTexts(language, form),
    ])
      .then(([answer, tablet, texts]) =>
        createAnswerText(language, { answer, tablet, form: texts }),
      )
      .catch(() => 'failed' as const)
      .then((text) => {
        if (!gone) setFound(text);
      });
    return () => {
      gone = true;
    };
  }, [language, form]);
  return found;
}
