import { fromBase64url, toBase64url, type Bytes } from '#crypto/bytes.ts';
import type { SealedEnvelope } from '#crypto/envelope-seal.ts';
import { shortHashOfBytes } from '#crypto/purposes.ts';
import { sealVoice } from '#crypto/voice-seal.ts';
import { randomId } from '#crypto/random.ts';
import { canonicalJson } from '#records/json.ts';
import { parseRecord } from '#records/record.ts';
import type { Voice } from '#records/voice.ts';
import type { CentreSession } from './centre-session.ts';

/** A recording, ready to be played. */
export interface Recording {
  readonly mime: Voice['mime'];
  readonly bytes: Bytes;
}

/** The team's recording of this id as its record has it; undefined where it has not come here, or cannot be read. */
export async function readVoice(
  { store, keyring }: Pick<CentreSession, 'store' | 'keyring'>,
  id: string,
): Promise<Voice | undefined> {
  const [envelope] = await store.get([id]);
  if (envelope?.kind !== 'voice' || envelope.round !== null) return undefined;
  const header = { id, kind: 'voice', round: null } as const;
  const opened = await keyring.open({ ...envelope, ...header });
  if (!opened.ok) return undefined;
  const parsed = parseRecord(header, opened.text);
  return parsed.ok && parsed.record.kind === 'voice' ? parsed.record.body : undefined;
}

/** A recording that a new round takes along: named in its card, sealed for its links. */
export interface RoundVoice {
  readonly slot: string;
  /** The id of the round's own envelope of it. */
  readonly id: string;
  readonly hash: string;
  readonly text: string;
}

/** Reads the recordings of a new round, by slot; one that cannot be read here is left out. */
export async function takeVoices(
  session: Pick<CentreSession, 'store' | 'keyring'>,
  idsBySlot: ReadonlyMap<string, string>,
): Promise<readonly RoundVoice[]> {
  const taken: RoundVoice[] = [];
  for (const [slot, voice] of idsBySlot) {
    const body = await readVoice(session, voice);
    if (body === undefined) continue;
    const hash = await shortHashOfBytes(fromBase64url(body.data));
    taken.push({ slot, id: randomId(), hash, text: canonicalJson(body) });
  }
  return taken;
}

/** As the round's card names them (records/card.ts). */
export function cardVoices(voices: readonly RoundVoice[]): Record<string, string> {
  return Object.fromEntries(voices.map(({ slot, id, hash }) => [slot, `${id}.${hash}`]));
}

/** Seals recordings for who holds the round's links. */
export function sealVoices(
  space: string,
  link: Parameters<typeof sealVoice>[0],
  voices: readonly RoundVoice[],
): Promise<readonly SealedEnvelope[]> {
  return Promise.all(voices.map(({ id, text }) => sealVoice(link, space, id, text)));
}

/** A recording as its record holds it. */
export function voiceBody(
  language: string,
  prompt: string,
  { mime, bytes }: Recording,
): Omit<Voice, 'v'> {
  return { language, item: prompt, mime, data: toBase64url(bytes) };
}
