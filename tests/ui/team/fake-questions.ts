import { signal } from '@preact/signals';
import type { CentreQuestions } from '#app/team/centre-questions.ts';
import type { CentreVoices } from '#app/team/centre-voices.ts';

const notHere = (): Promise<never> => Promise.reject(new Error('not in the fake centre'));

/** No questions of the centre's own. */
export function fakeQuestions(): CentreQuestions {
  return {
    list: signal([]),
    add: notHere,
    setText: notHere,
    setOption: notHere,
    move: notHere,
    remove: notHere,
    restore: notHere,
  };
}

/** Nothing recorded. */
export function fakeVoices(): CentreVoices {
  return {
    inUse: signal(new Map()),
    readiness: () => new Map(),
    prompts: () => [],
    keep: notHere,
    choose: notHere,
    remove: notHere,
    read: notHere,
  };
}
