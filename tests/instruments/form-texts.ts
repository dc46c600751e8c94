import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormId, Item } from '#instruments/form.ts';

/** The texts of one item. */
export interface ItemTexts {
  readonly heading?: string;
  readonly text: string;
  readonly help?: string;
}

/** What a form's locale file holds: locales/<language>/<form id>.json. */
export interface FormTexts {
  readonly title: string;
  readonly intro: string;
  readonly sections: Readonly<Record<string, { readonly title: string }>>;
  readonly items: Readonly<Record<string, ItemTexts>>;
  readonly scales: Readonly<
    Record<
      string,
      {
        readonly points: Readonly<Record<string, string>>;
        readonly nonAnswers: Readonly<Record<string, string>>;
      }
    >
  >;
  readonly choices?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The languages of the staff's pages: every form must be whole in them. */
export const staffLanguages = ['sv', 'en'] as const;

/** Reads a form's texts from the locale files, as the product ships them. */
export function readFormTexts(language: string, form: FormId): FormTexts {
  const file = join(import.meta.dirname, '../../locales', language, `${form}.json`);
  const texts: FormTexts = JSON.parse(readFileSync(file, 'utf8'));
  return texts;
}

/**
 * The key of an item's texts. The newest version stands under the plain id; when an item gets a new
 * version, the old texts move to `id@version`, because old answers must still show what was asked.
 */
export function itemTextKey(texts: FormTexts, item: Item): string {
  const versioned = `${item.id}@${item.version}`;
  return texts.items[versioned] === undefined ? item.id : versioned;
}
