import { inTime } from '#store/in-time.ts';
import type { Device, Left } from './create-device.ts';
import type { DraftState } from './create-draft.ts';
import type { KeptDraft } from './draft-keeper.ts';
import type { Desk } from './open-desk.ts';

/** The questions wait no longer than this for what can say whether a draft was handed in. */
const settleMs = 1_000;

/**
 * Says what becomes of a draft that an earlier visit has left. Only the desk knows whether one that was being handed in
 * was, and its code may be slow to come, or not come at all: the questions do not wait for it.
 */
export function createSettling(
  draft: DraftState,
  device: Device,
  desk: () => Promise<Desk | undefined>,
): (left: Left) => Promise<void> {
  /** The battery died between the answer and its draft: what lies sealed here is not offered to be given once more. */
  async function wasHandedIn(envelope: string): Promise<boolean> {
    const open = await desk();
    if (open === undefined) throw new Error('there is no desk to ask');
    return open.has(envelope);
  }

  async function forget({ interview }: KeptDraft): Promise<void> {
    if (draft.isBegun()) return; // Another one's by now; it lies in the old one's place.
    await Promise.all([draft.clear(), interview || device.markHandedIn()]);
  }

  return async (left) => {
    // Unknown is not "none": where the storage comes back, it is asked again.
    const kept = left.isKnown ? left.draft : undefined;
    if (kept?.handing === undefined) {
      draft.offer(kept);
      return;
    }
    const settled = wasHandedIn(kept.handing).then(
      (was) => (was ? forget(kept) : draft.offer(kept)),
      // Nobody knows. It is offered: under the ids that it has, it cannot become two answers.
      () => draft.offer(kept),
    );
    await inTime(settled, settleMs).catch(() => undefined);
  };
}
