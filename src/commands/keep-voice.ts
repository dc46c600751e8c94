import { bookPaths } from '#records/book-paths.ts';
import type { Book } from '#records/merge.ts';
import type { SpeglaRecord } from '#records/record.ts';
import type { Voice } from '#records/voice.ts';
import { newRecord, type CommandDeps } from './command-deps.ts';
import { setField } from './set-field.ts';

/**
 * Keeps a recording and lets it stand for its prompt in its language, in place of whatever stood there. `words` is what
 * was read, so that it can be told when the text has changed since.
 */
export function keepVoice(
  book: Book,
  recording: Omit<Voice, 'v'>,
  words: string,
  deps: CommandDeps,
): readonly SpeglaRecord[] {
  const { language, item } = recording;
  const voice = newRecord(deps, 'voice', null, { v: 1, ...recording });
  const value = { voice: voice.id, words };
  return [voice, ...setField(book, bookPaths.voice(language, item), value, deps)];
}
