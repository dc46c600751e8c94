import { signal, type ReadonlySignal } from '@preact/signals';
import { randomId } from '#crypto/random.ts';
import type { AnswerApp, Draft, FoundDraft } from './answer-app.ts';
import type { DraftKeeper, KeptDraft } from './draft-keeper.ts';

const emptyDraft: Draft = { marks: {}, choices: {}, texts: {} };

/** One respondent's draft, and what becomes of the one that an earlier visit has left. */
export interface DraftState extends Pick<
  AnswerApp,
  'mark' | 'choose' | 'write' | 'setChild' | 'setInterview' | 'notePlace'
> {
  readonly value: ReadonlySignal<Draft>;
  readonly interview: ReadonlySignal<boolean>;
  readonly found: ReadonlySignal<FoundDraft | undefined>;
  isBegun(): boolean;
  /** Whose draft it is, as something to compare: another one after `clear`, the same whatever is changed. */
  person(): object;
  /** What this person's answer is named by, however often it is handed in. */
  seed(): string;
  /** Offers what an earlier visit has left. */
  offer(kept: KeptDraft | undefined): void;
  goOn(): void;
  /** Notes an envelope that is about to be put down. Resolves when the note is on disk, or cannot be. */
  handing(envelope: string): Promise<void>;
  drop(): () => void;
  /** Nothing is left of it, in memory or on disk. `isInterview`: who reads for others is still reading. */
  clear(isInterview?: boolean): Promise<void>;
}

/** Whether nothing is said in it, also where it was kept and read again. */
function isEmpty({ marks, choices, texts, band, help }: Draft): boolean {
  const isSaid = [marks, choices, texts].some((part) => Object.keys(part).length > 0);
  return !isSaid && band === undefined && help === undefined;
}

/** Holds the draft, and keeps it with `keeper` after every change. */
export function createDraft(keeper: DraftKeeper | undefined): DraftState {
  const draft = signal<Draft>(emptyDraft);
  const interview = signal(false);
  const found = signal<KeptDraft>();
  let person = {};
  let seed = randomId();
  /** Noted from the first hand-in on, until the draft is gone: it may have arrived, whatever was heard of it. */
  let handedIn: string | undefined;
  let place: FoundDraft = { language: undefined, step: undefined };

  /** What was taken up from a kept draft, or begun, is what is kept from now on. */
  function save(): void {
    // A child's is never written down, on whichever device. That somebody reads for others is, though nothing is said yet.
    if (draft.value === emptyDraft && !interview.value) return;
    if (draft.value.band !== undefined) return;
    keeper?.keep({
      draft: draft.value,
      interview: interview.value,
      ...place,
      seed,
      ...(handedIn === undefined ? {} : { handing: handedIn }),
    });
  }
  function set(next: Draft): void {
    found.value = undefined;
    draft.value = next;
    save();
  }
  function take(kept: KeptDraft): void {
    interview.value = kept.interview;
    const { language, step } = kept;
    place = { language, step };
    seed = kept.seed ?? seed;
    handedIn = kept.handing;
    set(kept.draft);
  }

  return {
    value: draft,
    interview,
    found,
    isBegun: () => draft.value !== emptyDraft,
    person: () => person,
    seed: () => seed,
    offer: (kept) => {
      if (draft.value !== emptyDraft) return;
      // Nothing to go on with: only who taps is known.
      if (kept !== undefined && kept.handing === undefined && isEmpty(kept.draft)) {
        interview.value = kept.interview;
      } else found.value = kept;
    },
    goOn: () => {
      if (found.value !== undefined) take(found.value);
    },
    handing: async (envelope) => {
      handedIn = envelope;
      save();
      await keeper?.flush();
    },
    drop: () => {
      const dropped = found.value;
      found.value = undefined;
      keeper?.wipe().catch(() => undefined);
      return () => {
        if (dropped !== undefined && draft.value === emptyDraft) take(dropped);
        void keeper?.flush();
      };
    },
    clear: async (isInterview = false) => {
      person = {};
      seed = randomId();
      handedIn = undefined;
      draft.value = emptyDraft;
      interview.value = isInterview;
      found.value = undefined;
      await keeper?.wipe().catch(() => undefined);
    },
    setInterview: (isInterview) => {
      interview.value = isInterview;
      if (!isInterview && draft.value === emptyDraft) keeper?.wipe().catch(() => undefined);
      else save();
    },
    notePlace: (next) => {
      place = next;
      save();
    },
    mark: (item, mark) => {
      const { [item]: _old, ...others } = draft.value.marks;
      set({ ...draft.value, marks: mark === undefined ? others : { ...others, [item]: mark } });
    },
    choose: (item, options) => {
      set({ ...draft.value, choices: { ...draft.value.choices, [item]: options } });
    },
    write: (item, text) => set({ ...draft.value, texts: { ...draft.value.texts, [item]: text } }),
    setChild: (child) => set({ ...draft.value, ...child }),
  };
}
