import { concat, utf8, type Bytes } from './bytes.ts';
import { sha256 } from './derive.ts';

/** 32 bytes as 27 words of ten bits: 256 bits of the secret, then 14 bits of checksum. */
export const codeWords = 27;
const secretBytes = 32;
const bitsPerWord = 10;
const checksumBits = codeWords * bitsPerWord - secretBytes * 8;

/** Words read back; or what is wrong: how many there are, which one is none, or that one was swapped for another. */
export type WordReading =
  | { readonly ok: true; readonly secret: Bytes }
  | { readonly ok: false; readonly why: 'count'; readonly count: number }
  | {
      readonly ok: false;
      readonly why: 'unknownWord';
      readonly word: string;
      readonly place: number;
    }
  | { readonly ok: false; readonly why: 'checksum' };

/** Without case and diacritics, so that å, ä and a are one, as are ö and o. */
export function foldWord(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/** How much of a word tells it from every other of the list. */
const tellingLetters = 4;

/** Where a word stands in the list; at least its first four letters, all that follows them right or wrong. */
function placeIn(words: readonly string[], typed: string): number {
  const folded = foldWord(typed);
  if (folded.length < tellingLetters) return -1;
  return words.findIndex((word) => foldWord(word).startsWith(folded.slice(0, tellingLetters)));
}

/** Whether a typed word is the one that stands on the paper. */
export function isSameWord(typed: string, word: string): boolean {
  const [one, other] = [foldWord(typed.trim()), foldWord(word)];
  return (
    one.length >= tellingLetters && one.slice(0, tellingLetters) === other.slice(0, tellingLetters)
  );
}

/** A secret of 32 bytes as words of a list of 1,024. `purpose` makes the checksum this code's own. */
export async function toWords(
  secret: Bytes,
  words: readonly string[],
  purpose: string,
): Promise<readonly string[]> {
  if (secret.length !== secretBytes) throw new RangeError('a secret of 32 bytes');
  const bits = bitsOf(secret) + (await checksumOf(secret, purpose));
  return Array.from({ length: codeWords }, (_, at) => {
    const word = words[Number.parseInt(bits.slice(at * bitsPerWord, (at + 1) * bitsPerWord), 2)];
    if (word === undefined) throw new RangeError('a list of 1,024 words');
    return word;
  });
}

/**
 * Reads words as people type them: in any case, with or without the dots of å, ä and ö, whole or their first four
 * letters, with numbers, commas and line breaks between.
 */
export async function fromWords(
  text: string,
  words: readonly string[],
  purpose: string,
): Promise<WordReading> {
  const typed = text.split(/[^\p{Letter}\p{Mark}]+/u).filter((word) => word !== '');
  let bits = '';
  for (const [at, word] of typed.entries()) {
    const place = placeIn(words, word);
    if (place < 0) return { ok: false, why: 'unknownWord', word, place: at + 1 };
    bits += place.toString(2).padStart(bitsPerWord, '0');
  }
  if (typed.length !== codeWords) return { ok: false, why: 'count', count: typed.length };
  const secret = new Uint8Array(secretBytes);
  for (let at = 0; at < secretBytes; at += 1) {
    secret[at] = Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2);
  }
  const checksum = bits.slice(secretBytes * 8);
  return checksum === (await checksumOf(secret, purpose))
    ? { ok: true, secret }
    : { ok: false, why: 'checksum' };
}

async function checksumOf(secret: Bytes, purpose: string): Promise<string> {
  return bitsOf(await sha256(concat(utf8(purpose), secret))).slice(0, checksumBits);
}

function bitsOf(bytes: Bytes): string {
  return Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
}
