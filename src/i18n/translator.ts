import { createInstance, type TFunction } from 'i18next';
import { createFormats, type Formats } from './formats.ts';
import { createFormTexts, type FormNamespace, type FormTexts } from './form-texts.ts';
import type { StaffLanguage } from './languages.ts';
import { swedishResources } from './swedish-resources.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'team';
    resources: typeof swedishResources;
    returnNull: false;
  }
}

/** Looks a text up by its key: `t('nav.overview')`, `t('results:title')`. Keys are checked by the compiler. */
export type Translate = TFunction<
  ['team', 'results', 'meeting', 'keys', 'custody', 'paperWork', 'questions']
>;

/** All that a screen needs in order to speak one language. Never changes: another language is another one. */
export interface Translator {
  readonly language: StaffLanguage;
  readonly t: Translate;
  readonly formats: Formats;
  form(id: FormNamespace): FormTexts;
}

/** Makes the texts of a language ready. Swedish is in the bundle; another one is fetched first (may reject). */
export async function createTranslator(language: StaffLanguage): Promise<Translator> {
  const resources =
    language === 'sv'
      ? swedishResources
      : (await import('./english-resources.ts')).englishResources;
  const instance = createInstance();
  await instance.init({
    lng: language,
    resources: { [language]: resources },
    ns: Object.keys(resources),
    defaultNS: 'team',
    fallbackLng: false,
    interpolation: { escapeValue: false }, // Preact writes text nodes: nothing here becomes markup.
  });
  const forms = new Map<FormNamespace, FormTexts>();
  return {
    language,
    t: instance.getFixedT(language, [
      'team',
      'results',
      'meeting',
      'keys',
      'custody',
      'paperWork',
      'questions',
    ]),
    formats: createFormats(language),
    form(id) {
      const texts = forms.get(id) ?? createFormTexts(resources[id]);
      forms.set(id, texts);
      return texts;
    },
  };
}
