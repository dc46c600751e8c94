import * as v from 'valibot';
import { formIdSchema } from './answer.ts';

/** One epoch of the team key: 32 bytes as base64url, and the epochs that it replaces. */
export const epochSchema = v.object({
  epoch: v.string(),
  replaces: v.array(v.string()),
  key: v.string(),
});
export type Epoch = v.InferOutput<typeof epochSchema>;

/** An epoch for one recipient (a device or the kit), sealed to its public key. */
export const grantSchema = v.object({ v: v.literal(1), ...epochSchema.entries });
export type Grant = v.InferOutput<typeof grantSchema>;

/** What a one-time team link opens: everything that a new device needs to read the space. */
export const inviteSchema = v.object({
  v: v.literal(1),
  space: v.string(),
  centre: v.string(),
  /** The mailbox's origin, or null while the centre has none. */
  mailbox: v.nullable(v.string()),
  epochs: v.array(epochSchema),
  /** The last day on which it works; a file cannot count how often it was used. */
  expires: v.pipe(v.string(), v.isoDate()),
});
export type Invite = v.InferOutput<typeof inviteSchema>;

/** A round's key pair, secrets and card, under the team key. Immutable: a round opened twice is two rounds. */
export const roundKeySchema = v.object({
  v: v.literal(1),
  key: v.string(),
  form: formIdSchema,
  formVersion: v.number(),
  year: v.number(),
  /** base64url: uncompressed point, 65 bytes. */
  publicKey: v.string(),
  /** base64url: PKCS #8. */
  privateKey: v.string(),
  linkSecret: v.string(),
  kioskSecret: v.string(),
  /** The card's canonical text, its hash (16 bytes) and its sealed form, all as the link and the mailbox need them. */
  card: v.string(),
  cardHash: v.string(),
  sealedCard: v.string(),
  at: v.string(),
  by: v.string(),
});
export type RoundKey = v.InferOutput<typeof roundKeySchema>;

/** The one exception to union: a round's rows go for good, everywhere. */
export const purgeSchema = v.object({ v: v.literal(1), at: v.string(), by: v.string() });
export type Purge = v.InferOutput<typeof purgeSchema>;
