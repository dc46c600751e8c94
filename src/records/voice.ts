import * as v from 'valibot';

/** A prompt recorded by staff or an interpreter, played to who cannot read. Bytes as base64url. */
export const voiceSchema = v.object({
  v: v.literal(1),
  item: v.string(),
  language: v.string(),
  mime: v.picklist(['audio/webm', 'audio/mp4', 'audio/ogg']),
  data: v.string(),
});
export type Voice = v.InferOutput<typeof voiceSchema>;
