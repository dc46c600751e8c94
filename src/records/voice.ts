import * as v from 'valibot';

/** The containers that browsers record into: Chromium and Firefox WebM or Ogg, Safari MP4. */
export const voiceMimes = ['audio/webm', 'audio/mp4', 'audio/ogg'] as const;

/** The longest recording, in bytes, that fits into an envelope of the wire: some 35 seconds at 32 kbit/s. */
export const maxRecordingBytes = 140 * 1024;

/** A prompt recorded by staff or an interpreter, played to who cannot read. Bytes as base64url. */
export const voiceSchema = v.object({
  v: v.literal(1),
  item: v.string(),
  language: v.string(),
  mime: v.picklist(voiceMimes),
  data: v.string(),
});
export type Voice = v.InferOutput<typeof voiceSchema>;

/** Reads a recording's text; undefined where it is none that this version understands. */
export function parseVoice(text: string): Voice | undefined {
  try {
    const result = v.safeParse(voiceSchema, JSON.parse(text));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}
