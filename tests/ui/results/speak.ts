import type { StaffLanguage } from '#i18n/languages.ts';
import { createTranslator } from '#i18n/translator.ts';
import type { Text } from '#ui/parts/text/text.tsx';

/** The texts of a language as screens have them. */
export async function speak(language: StaffLanguage = 'sv'): Promise<Text> {
  const translator = await createTranslator(language);
  return { ...translator, setLanguage: () => undefined };
}
