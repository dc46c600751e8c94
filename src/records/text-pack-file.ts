import { itemsOf } from '#instruments/form.ts';
import { reflectionForm } from '#instruments/reflection-form.ts';
import { canonicalJson } from './json.ts';
import {
  packLanguages,
  packLimits,
  type PackLanguage,
  type PackText,
  type TextPack,
} from './text-pack.ts';

/** What marks a file as a text pack. */
export const packMark = 'spegla-text-pack';

type Field = 'heading' | 'text' | 'help';

/** One thing that is wrong with a file, precise enough for whoever wrote it to find the place. */
export type PackFault =
  | {
      readonly kind:
        | 'notJson'
        | 'notAPack'
        | 'newer'
        | 'otherForm'
        | 'name'
        | 'version'
        | 'noTexts'
        | 'tooLarge'
        | 'nothingNew';
    }
  | { readonly kind: 'language'; readonly language: string }
  | {
      readonly kind: 'unknownItem' | 'noText' | 'noSwedish';
      readonly item: string;
      readonly language: string;
    }
  | {
      readonly kind: 'unknownField';
      readonly item: string;
      readonly language: string;
      readonly field: string;
    }
  | {
      readonly kind: 'notText' | 'tooLong';
      readonly item: string;
      readonly language: string;
      readonly field: Field;
    };

export type PackCheck =
  | { readonly ok: true; readonly pack: TextPack }
  | { readonly ok: false; readonly faults: readonly PackFault[] };

/** The form's own words by language and item: what a pack says just the same is not another wording. */
export type OwnTexts = Readonly<Record<PackLanguage, (item: string) => Required<PackText>>>;

type Members = Readonly<Record<string, unknown>>;

const fields: readonly Field[] = ['heading', 'text', 'help'];
const knownItems: ReadonlySet<string> = new Set(itemsOf(reflectionForm).map(({ id }) => id));

/**
 * Checks a file's text. Every fault is told, in the file's order; a pack comes back only where there is none. What it
 * words as the form does is left out of it, so that only what was changed counts as changed.
 */
export function checkTextPack(file: string, own: OwnTexts): PackCheck {
  let read: unknown;
  try {
    read = JSON.parse(file.replace(/^\uFEFF/u, ''));
  } catch {
    return { ok: false, faults: [{ kind: 'notJson' }] };
  }
  const root = membersOf(read);
  if (root?.['spegla'] !== packMark) return { ok: false, faults: [{ kind: 'notAPack' }] };
  if (root['v'] !== 1) return { ok: false, faults: [{ kind: 'newer' }] };
  if (root['form'] !== 'reflection') return { ok: false, faults: [{ kind: 'otherForm' }] };

  const faults: PackFault[] = [];
  const label = (kind: 'name' | 'version'): string => {
    const value = root[kind];
    const text = typeof value === 'string' ? value.trim() : '';
    if (text === '' || text.length > packLimits[kind]) faults.push({ kind });
    return text;
  };
  const [name, version] = [label('name'), label('version')];
  const texts = membersOf(root['texts']);
  if (texts === undefined) faults.push({ kind: 'noTexts' });
  for (const language of Object.keys(texts ?? {})) {
    if (!isPackLanguage(language)) faults.push({ kind: 'language', language });
  }
  const languageTexts = (language: PackLanguage): Record<string, PackText> =>
    textsOf(membersOf(texts?.[language]) ?? {}, language, faults);
  const [swedish, english] = [languageTexts('sv'), languageTexts('en')];
  for (const item of Object.keys(english)) {
    if (!Object.hasOwn(swedish, item)) faults.push({ kind: 'noSwedish', item, language: 'en' });
  }
  if (faults.length > 0) return { ok: false, faults };

  const changed = Object.keys(swedish).filter(
    (item) =>
      !isSame(swedish[item], own.sv(item)) ||
      (english[item] !== undefined && !isSame(english[item], own.en(item))),
  );
  if (changed.length === 0) return { ok: false, faults: [{ kind: 'nothingNew' }] };
  const only = (of: Record<string, PackText>): Record<string, PackText> =>
    Object.fromEntries(Object.entries(of).filter(([item]) => changed.includes(item)));
  const pack: TextPack = {
    v: 1,
    form: 'reflection',
    name,
    version,
    texts: { sv: only(swedish), en: only(english) },
  };
  return utf8Bytes(canonicalJson(pack)) > packLimits.bytes
    ? { ok: false, faults: [{ kind: 'tooLarge' }] }
    : { ok: true, pack };
}

/** A file to begin with: every statement in the form's own words, to be changed where one may. */
export function textPackTemplate(own: OwnTexts): string {
  const texts = Object.fromEntries(
    packLanguages.map((language) => [
      language,
      Object.fromEntries(
        [...knownItems].map((item) => {
          const { heading, text, help } = own[language](item);
          return [item, help === '' ? { heading, text } : { heading, text, help }];
        }),
      ),
    ]),
  );
  const file = { spegla: packMark, v: 1, form: 'reflection', name: '', version: '', texts };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads one language's texts; what is wrong with them is added to `faults`. */
function textsOf(
  texts: Members,
  language: PackLanguage,
  faults: PackFault[],
): Record<string, PackText> {
  const found: Record<string, PackText> = {};
  for (const [item, value] of Object.entries(texts)) {
    if (!knownItems.has(item)) {
      faults.push({ kind: 'unknownItem', item, language });
      continue;
    }
    const words = membersOf(value) ?? {};
    for (const field of Object.keys(words)) {
      if (!fields.some((one) => one === field)) {
        faults.push({ kind: 'unknownField', item, language, field });
      }
    }
    const read = (field: Field): string => {
      const text = words[field] ?? '';
      if (typeof text !== 'string') faults.push({ kind: 'notText', item, language, field });
      const trimmed = typeof text === 'string' ? text.trim() : '';
      if (trimmed.length > packLimits[field]) {
        faults.push({ kind: 'tooLong', item, language, field });
      }
      return trimmed;
    };
    const [heading, text, help] = [read('heading'), read('text'), read('help')];
    if (text === '' && (words['text'] === undefined || typeof words['text'] === 'string')) {
      faults.push({ kind: 'noText', item, language });
    }
    found[item] = {
      text,
      ...(heading === '' ? {} : { heading }),
      ...(help === '' ? {} : { help }),
    };
  }
  return found;
}

function isSame(pack: PackText | undefined, own: Required<PackText>): boolean {
  if (pack === undefined) return true;
  const { heading = own.heading, text, help = own.help } = pack;
  return heading === own.heading && text === own.text && help === own.help;
}

function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}

function isPackLanguage(language: string): language is PackLanguage {
  return packLanguages.some((one) => one === language);
}

function membersOf(value: unknown): Members | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? Object.fromEntries(Object.entries(value)) : undefined;
}
