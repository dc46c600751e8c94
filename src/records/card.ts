import * as v from 'valibot';
import { formIdSchema } from './answer.ts';

/** Who is responsible for the data (GDPR): named to everyone who answers. */
export const responsibleSchema = v.object({ name: v.string(), contact: v.string() });

export const serviceSchema = v.picklist([
  'midwifery',
  'childHealth',
  'openPreschool',
  'socialServices',
]);

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
  /** Local questions on top of the locked core; none are made yet, later versions of the app fill it. */
  questions: v.array(v.unknown()),
  /** Hashes of recorded prompts, by language and item. */
  voices: v.record(v.string(), v.string()),
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
