import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { StaffLanguage } from '#i18n/languages.ts';
import type { Translator } from '#i18n/translator.ts';

/** A translator, and the way to another language. */
export interface Text extends Translator {
  setLanguage(language: StaffLanguage): void;
}

const TextContext = createContext<Text | null>(null);

/** Gives all parts and screens below it their language. */
export function TextProvider(props: { readonly text: Text; readonly children: ComponentChildren }) {
  return <TextContext.Provider value={props.text}>{props.children}</TextContext.Provider>;
}

/** `const { t, form, formats } = useText()`: the texts, the forms' texts and the formats of the language. */
export function useText(): Text {
  const text = useContext(TextContext);
  if (text === null) throw new Error('useText outside TextProvider');
  return text;
}
