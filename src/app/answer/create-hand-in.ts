import type { ReadonlySignal } from '@preact/signals';
import type { Mode } from '#records/answer.ts';
import { inTime } from '#store/in-time.ts';
import type { AnswerApp, AnswerPhase, HandInResult } from './answer-app.ts';
import type { Device } from './create-device.ts';
import type { DraftState } from './create-draft.ts';
import type { Desk } from './open-desk.ts';

/** How long the code of the desk, and the wiping of a draft, are waited for. */
const deskMs = 60_000;
const wipeMs = 3_000;

/** The way from the screen to the desk: one hand-in at a time for one person, and nothing left behind. */
export function createHandIn({
  phase,
  draft,
  device,
  mode,
  desk,
  askAgain,
}: {
  readonly phase: ReadonlySignal<AnswerPhase>;
  readonly draft: DraftState;
  readonly device: Device;
  readonly mode: Mode;
  readonly desk: () => Promise<Desk | undefined>;
  /** Asks a storage that was denied once more. */
  readonly askAgain: () => Promise<void>;
}): AnswerApp['handIn'] {
  let running: { readonly person: object; readonly result: Promise<HandInResult> } | undefined;

  async function handInOnce(person: object, isUnsaved: boolean): Promise<HandInResult> {
    const now = phase.value;
    // Asked for a moment too early, its code may not have come: the network may be back by now.
    const open =
      now.kind === 'ready'
        ? await inTime(desk().catch(desk), deskMs).catch(() => undefined)
        : undefined;
    if (now.kind !== 'ready' || open === undefined) return { ok: false, why: 'failed' };
    await askAgain();
    const isInterview = draft.interview.value;
    const answer = {
      draft: draft.value.value,
      form: now.form,
      mode: isInterview ? 'interview' : mode,
      seed: draft.seed(),
    } as const;
    const result = await open.handIn(answer, isUnsaved || device.isDenied.value, draft.handing);
    if (!result.ok) return result;
    // Somebody else may have begun meanwhile, where an answer waited on the page alone: theirs is left in peace.
    const isLate = draft.person() !== person;
    // Off the disk before anyone is thanked. Whoever reads for many is not asked whether they have answered. A disk that
    // hangs keeps nobody: the next visit finds the answer beside its draft, and does not offer it once more.
    const traces = Promise.all([
      isLate || draft.clear(isInterview),
      mode === 'phone' && !isInterview && device.markHandedIn(),
    ]);
    await inTime(traces, wipeMs).catch(() => undefined);
    return isLate ? { ok: true, isLate } : result;
  }

  /** Two taps are one hand-in: the second waits for the first. */
  return (how) => {
    const person = draft.person();
    // Whoever changes a mark while the answer is on its way is still the same one: there are not two answers.
    if (running?.person !== person) {
      const result = handInOnce(person, how === 'unsaved').finally(() => {
        if (running?.person === person) running = undefined;
      });
      running = { person, result };
    }
    return running.result;
  };
}
