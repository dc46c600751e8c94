import { effect } from '@preact/signals';
import type { Alone } from '#sync/deliver-answers.ts';
import type { CentreSession } from './centre-session.ts';
import { lackingGrants, missingGrants, mustMergeEpochs, newEpoch } from './epochs.ts';

/**
 * Keeps the team key where it belongs while a centre is open: a newcomer that came with a link from before the newest
 * epoch is granted it, and of two epochs that were made at once one of their makers makes the third. Returns the way to
 * stop.
 */
export function keepKeys(session: CentreSession, alone: Alone): () => void {
  let stopped = false;
  let busy = false;
  let again = false;

  async function look(): Promise<void> {
    // Two pages of one device would do it twice: no harm, but no use.
    await alone(`spegla-keys-${session.keys.space}`, async () => {
      if (stopped) return;
      await session.refresh();
      await session.actSealed((ledger) => missingGrants(session, ledger));
      await session.actSealed(async (ledger) =>
        mustMergeEpochs(session, ledger) ? newEpoch(session, ledger, []) : [],
      );
    });
  }

  async function keep(): Promise<void> {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    do {
      again = false;
      // A disk that refuses says so by itself (session.trouble); the next change tries again.
      await look().catch(() => undefined);
    } while (again && !stopped);
    busy = false;
  }

  const stop = effect(() => {
    const ledger = session.ledger.value;
    if (!session.loaded.value) return;
    if (lackingGrants(session, ledger).length > 0 || mustMergeEpochs(session, ledger)) void keep();
  });
  return () => {
    stopped = true;
    stop();
  };
}
