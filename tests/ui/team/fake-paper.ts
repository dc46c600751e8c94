import { signal } from '@preact/signals';
import type { PaperAnswers } from '#app/team/paper-answers.ts';

/** A centre where nobody enters any paper. */
export function fakePaper(): PaperAnswers {
  return {
    round: () => null,
    intake: () => 'over',
    today: signal({}),
    last: signal(null),
    give: async () => ({ ok: false, why: 'notTaken' }),
    takeBack: async () => false,
    release: async () => undefined,
  };
}
