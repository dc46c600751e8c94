import { computed, type ReadonlySignal } from '@preact/signals';
import { keepVoice } from '#commands/keep-voice.ts';
import { setField } from '#commands/set-field.ts';
import { fromBase64url } from '#crypto/bytes.ts';
import type { FormId } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { localQuestions } from '#projections/local-questions.ts';
import { voiceSlot, voicesInUse, type VoiceInUse } from '#projections/voices-in-use.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { Ledger } from '#projections/ledger.ts';
import { maxRecordingBytes } from '#records/voice.ts';
import { voicePromptsOf } from '#records/voice-prompts.ts';
import type { CentreSession } from './centre-session.ts';
import { ownPromptWords } from './own-prompt-words.ts';
import { readVoice, voiceBody, type Recording } from './voice-shelf.ts';

/** What staff or interpreters have recorded for those who listen rather than read. */
export interface CentreVoices {
  /** By slot (`<language>/<prompt>`); more than one where people recorded the same at once. */
  readonly inUse: ReadonlySignal<ReadonlyMap<string, readonly VoiceInUse[]>>;
  /** The next round's recordings of a form: by language, how many of its prompts. Languages without any are left out. */
  readiness(form: FormId): ReadonlyMap<string, number>;
  /** What the next round of a form says, in the order in which it is heard: items, own questions, a child's welcome. */
  prompts(form: FormId): readonly string[];
  /** Keeps a recording for a prompt. `tooLong`: more than an envelope holds. */
  keep(
    language: string,
    prompt: string,
    words: string,
    recording: Recording,
  ): Promise<'tooLong' | null>;
  /** Lets one of several stand, or one go on although the words have changed. */
  choose(language: string, prompt: string, voice: string, words: string): Promise<void>;
  /** Takes the prompt's recording out of use; resolves with the way back. */
  remove(language: string, prompt: string): Promise<() => Promise<void>>;
  /** The sound of a recording; undefined where it has not come to this device yet. */
  read(voice: string): Promise<Recording | undefined>;
}

/** Joins recording, choosing and taking away. */
export function createCentreVoices(session: CentreSession): CentreVoices {
  const { ledger, act, commandDeps } = session;
  const inUse = computed(() => voicesInUse(ledger.value.book));

  return {
    inUse,
    prompts: (form) => roundPrompts(ledger.value, form),
    readiness: (form) => {
      const counts = new Map<string, number>();
      for (const slot of voicesOfRound(ledger.value, form).keys()) {
        const language = slot.split('/', 1)[0] ?? '';
        counts.set(language, (counts.get(language) ?? 0) + 1);
      }
      return counts;
    },
    keep: async (language, prompt, words, recording) => {
      if (recording.bytes.length > maxRecordingBytes) return 'tooLong';
      const body = voiceBody(language, prompt, recording);
      await act((now) => keepVoice(now.book, body, words, commandDeps));
      return null;
    },
    choose: (language, prompt, voice, words) =>
      act((now) =>
        setField(now.book, bookPaths.voice(language, prompt), { voice, words }, commandDeps),
      ),
    remove: async (language, prompt) => {
      const path = bookPaths.voice(language, prompt);
      const before = ledger.value.book.value(path) ?? null;
      await act((now) => setField(now.book, path, null, commandDeps));
      return () => act((now) => setField(now.book, path, before, commandDeps));
    },
    read: async (voice) => {
      const body = await readVoice(session, voice);
      return body === undefined ? undefined : { mime: body.mime, bytes: fromBase64url(body.data) };
    },
  };
}

/** What the next round of a form says aloud: its prompts, and for parents the questions of the centre's own. */
export function roundPrompts(ledger: Ledger, form: FormId): readonly string[] {
  const own = form === 'parents' ? localQuestions(ledger.book) : [];
  const asked = own.filter((question) => question.asked).map(({ id }) => id);
  return [...voicePromptsOf(currentForm(form)), ...asked];
}

/** By slot, the recordings that the next round takes along: none of an own question whose words have changed since. */
export function voicesOfRound(ledger: Ledger, form: FormId): ReadonlyMap<string, string> {
  const prompts = roundPrompts(ledger, form);
  const questions = new Map(localQuestions(ledger.book).map((question) => [question.id, question]));
  const taken = new Map<string, string>();
  for (const [slot, [first]] of voicesInUse(ledger.book)) {
    const [language = '', prompt = ''] = slot.split('/');
    if (first === undefined || !prompts.includes(prompt)) continue;
    const own = questions.get(prompt);
    if (own !== undefined && ownPromptWords(own, language) !== first.words) continue;
    taken.set(voiceSlot(language, prompt), first.voice);
  }
  return taken;
}
