import type { LocalTexts } from '#app/team/paper-answers.ts';
import { packText, wordedForm, type TextPack } from '#app/team/text-pack.ts';
import type { PaperTexts } from '#i18n/paper-texts.ts';
import type { Item, Mark } from '#instruments/form.ts';

/** The words of one question in one language. */
export interface ItemWords {
  /** Empty where it has none. */
  readonly heading: string;
  readonly text: string;
  readonly help: string;
  option(id: string): string;
  mark(mark: Mark): string;
  /** In Swedish since nobody has translated it: the centre's own question, or a statement in a text pack's words. */
  readonly untranslated: boolean;
}

/** Finds a question's words: the form's own, or the card's for what the centre has added itself. */
export function itemWords(
  item: Item,
  texts: PaperTexts,
  local: LocalTexts,
  wording: TextPack | null = null,
): ItemWords {
  const { language } = texts;
  const form = wordedForm(texts.form, wording, language.code);
  const mark = (value: Mark): string =>
    item.kind === 'scale' ? form.mark(item.scale, value) : String(value);
  const own = local[item.id];
  if (own === undefined) {
    const [heading, text] = [form.heading(item.id), form.text(item.id)];
    return {
      heading: heading === text ? '' : heading,
      text,
      help: form.help(item.id),
      option: (id) => form.choice(item.id, id),
      mark,
      untranslated:
        wording !== null &&
        packText(wording, item.id, language.code)?.language === 'sv' &&
        language.code !== 'sv',
    };
  }
  const words = own[language.code] ?? own['sv'];
  return {
    heading: '',
    text: words?.text ?? '',
    help: item.kind === 'text' ? texts.textNotice : '',
    option: (id) => words?.options?.[id] ?? own['sv']?.options?.[id] ?? id,
    mark,
    untranslated: own[language.code] === undefined,
  };
}
