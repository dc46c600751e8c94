import type { OpenCentre } from '#app/team/team-app.ts';
import { answerLanguage } from '#i18n/answer-languages.ts';
import { isolate } from '#i18n/isolate.ts';
import type { Translator } from '#i18n/translator.ts';
import type { ContestedField } from '#projections/views.ts';
import { isNamedPrompt } from '#ui/team/voices/named-prompts.ts';

type Value = ContestedField['choices'][number]['value'];

function languageName(code: string): string {
  return isolate(answerLanguage(code)?.name ?? code);
}

/** The heading of a contested field of the own questions or the voices; null for every other field. */
export function questionFieldWords(
  path: string,
  { t, form }: Translator,
  centre: Pick<OpenCentre, 'fieldValue'>,
): string | null {
  const [root, a = '', b = '', c = '', d = ''] = path.split('/');
  const wordsOf = (id: string): string => {
    const words = centre.fieldValue(`questions/${id}/text/sv`);
    return typeof words === 'string' && words !== '' ? words : t('questions:settle.unnamed');
  };
  if (root === 'voices') {
    const prompt = (): string => {
      if (isNamedPrompt(b)) return t(`questions:voices.named.${b}`);
      if (b.startsWith('l-')) return wordsOf(b);
      return form(b.startsWith('c-') ? 'children' : 'parents').text(b);
    };
    return t('questions:settle.voice', { language: languageName(a), prompt: prompt() });
  }
  if (root !== 'questions') return null;
  const question = wordsOf(a);
  if (b === 'text') return t('questions:settle.text', { language: languageName(c) });
  if (b === 'options') {
    const number = c.replace(/^o/, '');
    return t('questions:settle.option', { number, question, language: languageName(d) });
  }
  if (b === 'order' || b === 'removed' || b === 'kind') {
    return t(`questions:settle.${b}`, { question });
  }
  return null;
}

/** One of its values; null for every other field. */
export function questionValueWords(path: string, value: Value, { t }: Translator): string | null {
  if (path.startsWith('voices/')) {
    if (typeof value !== 'object' || value === null) return t('questions:settle.noVoice');
    const words = Object.entries(value).find(([name]) => name === 'words')?.[1];
    return t('questions:settle.voiceValue', { words: typeof words === 'string' ? words : '' });
  }
  if (path.startsWith('questions/') && path.endsWith('/order') && typeof value === 'string') {
    return t('questions:settle.place', { place: value });
  }
  return null;
}
