import { useEffect, useState } from 'preact/hooks';
import type { StaffLanguage } from '#i18n/languages.ts';
import { createTranslator, type Translator } from '#i18n/translator.ts';

/** The staff's words in a language, whatever the page speaks; until they have come, the ones at hand. */
export function useStaffTexts(language: StaffLanguage, atHand: Translator): Translator {
  const [found, setFound] = useState(atHand);
  useEffect(() => {
    let gone = false;
    createTranslator(language).then(
      (translator) => {
        if (!gone) setFound(translator);
      },
      () => undefined, // Without a network the ones at hand stay.
    );
    return () => {
      gone = true;
    };
  }, [language]);
  return found;
}
