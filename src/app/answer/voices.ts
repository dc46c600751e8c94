import { fromBase64url, type Bytes } from '#crypto/bytes.ts';
import { shortHashOfBytes } from '#crypto/purposes.ts';
import { openVoice } from '#crypto/voice-seal.ts';
import type { Card } from '#records/card.ts';
import type { AnswerLink } from '#records/links.ts';
import { parseVoice } from '#records/voice.ts';
import type { CardStore } from '#store/card-store.ts';
import type { AnswerClient } from '#sync/answer-client.ts';

/** What the recorded prompts of one round are found with. */
export interface VoicesDeps {
  /** Where the device lets nothing be kept, a prompt is fetched at every tap. */
  readonly cards: Pick<CardStore, 'voice' | 'keepVoices'>;
  /** Absent where the centre has no mailbox: then only what its own devices have kept is played. */
  readonly client: Pick<AnswerClient, 'voice'> | undefined;
  readonly link: AnswerLink;
  readonly token: string;
  readonly card: Pick<Card, 'space' | 'voices'>;
}

/** The recorded prompts of one round. */
export interface Voices {
  /**
   * The recording of a prompt in a language, as bytes for the browser's decoder; kept ones first, else fetched and
   * kept. Undefined where there is none, where it cannot be had just now, and where it is not the one of the card.
   */
  recording(language: string, prompt: string): Promise<Bytes | undefined>;
  /**
   * Fetches all that the card names, of one language or of every one, one after another, so that they play without a
   * network. True when all are here.
   */
  keepAll(language?: string): Promise<boolean>;
}

/** Finds, opens and keeps a round's recorded prompts. Nobody can put another recording in a prompt's place. */
export function createVoices({ cards, client, link, token, card }: VoicesDeps): Voices {
  const { round } = link;

  /** A card names a recording as `<envelope id>.<hash of its bytes>`. */
  async function open(id: string, hash: string, sealed: string): Promise<Bytes | undefined> {
    const text = await openVoice(link, card.space, { id, sealed });
    const voice = text === undefined ? undefined : parseVoice(text);
    if (voice === undefined) return undefined;
    const bytes = fromBase64url(voice.data);
    return (await shortHashOfBytes(bytes)) === hash ? bytes : undefined;
  }

  /** What cannot be read is as good as not kept: it is fetched. */
  async function keptSeal(id: string): Promise<string | undefined> {
    const row = await cards.voice(id).catch(() => undefined);
    return row?.round === round ? row.sealed : undefined;
  }

  async function fetched(id: string, hash: string): Promise<Bytes | undefined> {
    const reply = await client?.voice(token, round, id);
    if (reply?.ok !== true) return undefined;
    const { sealed } = reply.value.envelope;
    const bytes = await open(id, hash, sealed);
    // Only what the card vouches for is kept. A disk that refuses costs the next tap a fetch, and nothing else.
    if (bytes !== undefined) await cards.keepVoices([{ id, round, sealed }]).catch(() => undefined);
    return bytes;
  }

  async function find(name: string): Promise<Bytes | undefined> {
    const [id, hash] = name.split('.');
    if (id === undefined || hash === undefined) return undefined;
    const sealed = await keptSeal(id);
    const kept = sealed === undefined ? undefined : await open(id, hash, sealed);
    return kept ?? fetched(id, hash);
  }

  return {
    recording: async (language, prompt) => {
      const name = card.voices[`${language}/${prompt}`];
      return name === undefined ? undefined : find(name).catch(() => undefined);
    },
    keepAll: async (language) => {
      let areAllHere = true;
      // One at a time: what is answered meanwhile goes out beside it.
      for (const [slot, name] of Object.entries(card.voices)) {
        if (language !== undefined && !slot.startsWith(`${language}/`)) continue;
        const bytes = await find(name).catch(() => undefined);
        if (bytes === undefined) areAllHere = false;
      }
      return areAllHere;
    },
  };
}
