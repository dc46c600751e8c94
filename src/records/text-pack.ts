import * as v from 'valibot';

/** The languages that a text pack can speak; Swedish is always there, and stands in where the other one is missing. */
export const packLanguages = ['sv', 'en'] as const;
export type PackLanguage = (typeof packLanguages)[number];

/** Characters that a pack's texts may have at most, and bytes of the whole: it travels in a round's card. */
export const packLimits = {
  name: 80,
  version: 40,
  heading: 120,
  text: 400,
  help: 300,
  bytes: 32 * 1024,
} as const;

/** One statement in another wording; without a heading or a help of its own, the form's stay. */
const packTextSchema = v.object({
  heading: v.optional(v.pipe(v.string(), v.maxLength(packLimits.heading))),
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(packLimits.text)),
  help: v.optional(v.pipe(v.string(), v.maxLength(packLimits.help))),
});
export type PackText = v.InferOutput<typeof packTextSchema>;

/** Another wording of the reflection's statements under the same ids, as a county or a centre may be licensed to use. */
export const textPackSchema = v.object({
  v: v.literal(1),
  form: v.literal('reflection'),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(packLimits.name)),
  version: v.pipe(v.string(), v.minLength(1), v.maxLength(packLimits.version)),
  /** By language, then by item id. */
  texts: v.object({
    sv: v.record(v.string(), packTextSchema),
    en: v.optional(v.record(v.string(), packTextSchema)),
  }),
});
export type TextPack = v.InferOutput<typeof textPackSchema>;

/** Reads what a field of the book holds; null where it is no pack that this version understands. */
export function textPackOf(value: unknown): TextPack | null {
  const result = v.safeParse(textPackSchema, value);
  return result.success ? result.output : null;
}

/** A statement's words in a pack, in a language or else in Swedish; undefined where the pack leaves it as it is. */
export function packText(
  pack: Pick<TextPack, 'texts'>,
  item: string,
  language: string,
): (PackText & { readonly language: PackLanguage }) | undefined {
  const spoken = language === 'en' ? own(pack.texts.en, item) : undefined;
  if (spoken !== undefined) return { ...spoken, language: 'en' };
  const swedish = own(pack.texts.sv, item);
  return swedish === undefined ? undefined : { ...swedish, language: 'sv' };
}

function own(
  texts: Readonly<Record<string, PackText>> | undefined,
  item: string,
): PackText | undefined {
  return texts !== undefined && Object.hasOwn(texts, item) ? texts[item] : undefined;
}
