import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';
import type { HeadEvent } from '#protocol/routes.ts';
import type { DeviceCapability, HeadChange } from './mailbox.ts';
import { messageOf } from './postgres-database.ts';
import { createSpaceListener } from './postgres-listener.ts';
import { allRowsOf, type PostgresParts } from './postgres-rows.ts';
import { done, type Result } from './result.ts';

const retryMs = 1_000;
const stateRow = v.object({
  id: v.string(),
  epoch: v.string(),
  head: v.number(),
  devices: v.array(v.string()),
});

/**
 * Tells this process's watchers what any process has done. A notification only says that a space has changed;
 * what became of it is then asked, so that nothing depends on every notification arriving, or on their order.
 */
export function createPostgresWatching(
  { database, watchers, report }: PostgresParts,
  stateOf: (by: DeviceCapability) => Promise<Result<HeadEvent>>,
) {
  const closing = new AbortController();
  const changed = new Set<string>();
  let isAsking = false;
  let isLost = false;
  /** Counts the times that listening began: what was told before one may have been undone, by a restored backup. */
  let life = 0;

  function sayLost(error: unknown): void {
    if (!isLost) report(`The database was lost: ${messageOf(error)}. Trying again.`);
    isLost = true;
  }

  function sayFound(): void {
    if (isLost) report('The database is there again.');
    isLost = false;
  }

  async function tellChanges(): Promise<void> {
    const spaces = [...changed];
    // Only devices that listen before the question is asked: a newer one may be missing in the reply.
    const listening = spaces.map((space) => ({ space, devices: watchers.devicesOf(space) }));
    changed.clear();
    const rows = await allRowsOf(
      stateRow,
      database.pool,
      `SELECT id, epoch, head, ARRAY(SELECT device.id FROM device WHERE space = space.id) AS devices
       FROM space WHERE id = ANY ($1)`,
      spaces,
    ).catch((error: unknown) => {
      for (const space of spaces) changed.add(space);
      throw error;
    });
    const stateBySpace = new Map(rows.map((row) => [row.id, row]));
    for (const { space, devices } of listening) {
      const state = stateBySpace.get(space);
      if (state === undefined) {
        watchers.spaceDeleted(space);
        continue;
      }
      watchers.headMoved(space, { epoch: state.epoch, head: state.head });
      for (const device of devices) {
        if (!state.devices.includes(device)) watchers.deviceRevoked(space, device);
      }
    }
  }

  async function tellAllChanges(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    while (changed.size > 0 && !closing.signal.aborted) {
      try {
        await tellChanges();
        sayFound();
      } catch (error) {
        sayLost(error);
        await pause(retryMs, null, { signal: closing.signal }).catch(() => undefined);
      }
    }
    isAsking = false;
  }

  const listener = createSpaceListener({
    newClient: database.newClient,
    onSpace(space) {
      if (watchers.devicesOf(space).length === 0) return;
      changed.add(space);
      void tellAllChanges();
    },
    onListening() {
      sayFound();
      life++;
      for (const space of watchers.spaces()) changed.add(space);
      void tellAllChanges();
    },
    onLost: sayLost,
  });

  /** Lets through what is news: a slower reply, or a notification of our own, may come after a newer head was told. */
  function forward(onChange: (change: HeadChange) => void): (change: HeadChange) => void {
    let told: (HeadEvent & { life: number }) | null = null;
    return (change) => {
      if (change.type === 'head') {
        const { epoch, head } = change;
        const isOld = told?.life === life && told.epoch === epoch && head <= told.head;
        if (isOld) return;
        told = { epoch, head, life };
      }
      onChange(change);
    };
  }

  return {
    async watch(
      by: DeviceCapability,
      onChange: (change: HeadChange) => void,
    ): Promise<Result<() => void>> {
      const tell = forward(onChange);
      // Added before asking, or what happens in between would never be told.
      const stop = watchers.add(by, tell);
      const state = await stateOf(by).catch((error: unknown) => {
        stop();
        throw error;
      });
      if (!state.ok) {
        stop();
        return state;
      }
      tell({ type: 'head', ...state.value });
      return done(stop);
    },

    async close(): Promise<void> {
      closing.abort();
      await listener.close();
    },
  };
}
