import { utf8 } from '#crypto/bytes.ts';
import { shortHashOfBytes } from '#crypto/purposes.ts';
import type { SpeglaRecord } from '#records/record.ts';

/**
 * Names an answer's records by the draft that it was: the same draft, given again because nobody heard that the first
 * time had worked, is the same answer to the mailbox. To who does not have the seed (random, sealed on this phone, gone
 * with the draft) the ids are as random as any others, and nothing links a free text to its marks.
 *
 * What cannot be known: where not even the draft could be kept, a page that is gone has left nothing to know it by, and
 * who answers anew is counted anew. And where a first, unheard hand-in did arrive, what was changed after it did not.
 */
export function withDraftIds(
  records: readonly SpeglaRecord[],
  seed: string,
): Promise<readonly SpeglaRecord[]> {
  return Promise.all(
    records.map(async (record) => {
      const part = record.kind === 'answer' && record.body.type === 'text' ? record.body.item : '';
      return { ...record, id: await shortHashOfBytes(utf8(`spegla/1 answer ${seed} ${part}`)) };
    }),
  );
}
