import * as v from 'valibot';
import { base64urlSchema, idSchema } from './ids.ts';
import { maxTeamEnvelopeBytes } from './limits.ts';

/** What an envelope says that it holds. The mailbox checks it against the sender's capability. */
export const envelopeKinds = [
  'answer',
  'edit',
  'fact',
  'voice',
  'roundKey',
  'grant',
  'invite',
  'purge',
] as const;

/**
 * Envelope v1 on the wire, in files and in every store. All but `sealed` is in the clear and bound into
 * the seal as additional data (docs/protocol.md), so a relabelled envelope does not open.
 */
export const envelopeSchema = v.strictObject({
  v: v.literal(1),
  /** The record's random id. */
  id: idSchema,
  kind: v.picklist(envelopeKinds),
  /** Which key opens it: a round key, a team-key epoch, a recipient's key (grant) or an invite. */
  key: idSchema,
  /** The round it belongs to; null for what belongs to the space as a whole. */
  round: v.nullable(idSchema),
  sealed: v.pipe(base64urlSchema, v.maxLength(maxTeamEnvelopeBytes)),
});
export type Envelope = v.InferOutput<typeof envelopeSchema>;

/** Whether two envelopes with the same id are the same envelope; if not, one of them is refused. */
export function isSameEnvelope(a: Envelope, b: Envelope): boolean {
  return (
    a.id === b.id &&
    a.kind === b.kind &&
    a.key === b.key &&
    a.round === b.round &&
    a.sealed === b.sealed
  );
}
