import type { FormTexts } from './form-texts.ts';

/** Other words for one item of a form. */
interface OtherWords {
  readonly heading?: string | undefined;
  readonly text: string;
  readonly help?: string | undefined;
}

/** A form's texts where some items are worded otherwise; `wordsOf` is undefined for those that are not. */
export function reworded(
  form: FormTexts,
  wordsOf: (item: string) => OtherWords | undefined,
): FormTexts {
  return {
    ...form,
    heading: (item) => wordsOf(item)?.heading ?? form.heading(item),
    text: (item) => wordsOf(item)?.text ?? form.text(item),
    help: (item) => wordsOf(item)?.help ?? form.help(item),
  };
}
