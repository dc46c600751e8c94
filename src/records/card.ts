import * as v from 'valibot';
import { formIdSchema } from './answer.ts';
import { textPackSchema } from './text-pack.ts';

/** Who is responsible for the data (GDPR): named to everyone who answers. */
export const responsibleSchema = v.object({ name: v.string(), contact: v.string() });

export const serviceSchema = v.picklist([
  'midwifery',
  'childHealth',
  'openPreschool',
  'socialServices',
]);

/** How many questions of its own a centre may add to the locked core. */
export const maxLocalQuestions = 5;

/** One of the centre's own questions in one language; `options` by option id, for a choice only. */
const questionTextSchema = v.object({
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  options: v.optional(v.record(v.string(), v.pipe(v.string(), v.maxLength(120)))),
});

/** A question that the coordinator added: agreed with in steps, one of several, or free text. */
export const localQuestionSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^l-[A-Za-z0-9_-]{22}$/)),
  kind: v.picklist(['agree', 'choice', 'text']),
  /** The option ids of a choice, in shown order; empty for the other kinds. */
  options: v.array(v.string()),
  /** By language code; Swedish is always there, and stands in where another one is missing. */
  texts: v.record(v.string(), questionTextSchema),
});
export type LocalQuestion = v.InferOutput<typeof localQuestionSchema>;

/** A round's immutable card: all that an answering page must trust. Bound by its hash in the link. */
export const cardSchema = v.object({
  v: v.literal(1),
  space: v.string(),
  round: v.string(),
  /** The round key's id and public half (base64url, 65 bytes). */
  key: v.string(),
  publicKey: v.string(),
  form: formIdSchema,
  formVersion: v.number(),
  /** The verksamhetsår that the round belongs to, which is not always the calendar's. */
  year: v.number(),
  centre: v.string(),
  /** Services the centre has: statements about another one are taken out as not applicable. */
  services: v.array(serviceSchema),
  responsible: responsibleSchema,
  /** The centre's own questions, on top of the locked core. */
  questions: v.pipe(v.array(localQuestionSchema), v.maxLength(maxLocalQuestions)),
  /**
   * Recorded prompts by `<language>/<prompt id>`, each as `<envelope id>.<hash>`: the id of its sealed envelope
   * of this round, and the first 16 bytes of the SHA-256 of the recording's bytes (base64url).
   */
  voices: v.record(v.string(), v.string()),
  /** The text pack that the statements are read in; absent where they are read in the form's own words. */
  wording: v.optional(textPackSchema),
});
export type Card = v.InferOutput<typeof cardSchema>;

/** Reads a card's text; undefined where it is none that this version understands. */
export function parseCard(text: string): Card | undefined {
  try {
    const result = v.safeParse(cardSchema, JSON.parse(text));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}
