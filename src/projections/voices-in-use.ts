import type { Book } from '#records/merge.ts';
import { membersOf, textOf } from './book-values.ts';

/** A recording that stands for a prompt in a language. */
export interface VoiceInUse {
  /** The voice record's id. */
  readonly voice: string;
  /** What was read aloud. */
  readonly words: string;
  /** ISO time and device, for show. */
  readonly at: string;
  readonly by: string;
}

/** Where a prompt's recording is kept in the map, and in a card. */
export function voiceSlot(language: string, prompt: string): string {
  return `${language}/${prompt}`;
}

/**
 * By slot, the recordings that stand, none for what was taken away. More than one: people recorded the same prompt at
 * once; all devices agree on the first until somebody chooses.
 */
export function voicesInUse(book: Book): ReadonlyMap<string, readonly VoiceInUse[]> {
  const bySlot = new Map<string, readonly VoiceInUse[]>();
  for (const path of book.paths('voices/')) {
    const standing = (book.field(path)?.heads ?? []).flatMap(({ value, at, by }) => {
      const members = membersOf(value);
      const voice = textOf(members.get('voice'));
      return voice === '' ? [] : [{ voice, words: textOf(members.get('words')), at, by }];
    });
    if (standing.length > 0) bySlot.set(path.slice('voices/'.length), standing);
  }
  return bySlot;
}
