import { batch, signal, type ReadonlySignal } from '@preact/signals';
import type { CommandDeps } from '#commands/command-deps.ts';
import type { SealedEnvelope } from '#crypto/envelope-seal.ts';
import { randomId } from '#crypto/random.ts';
import { epochsOfRevoked } from '#projections/device-names.ts';
import { foldMore, nothingFolded } from '#projections/folding.ts';
import type { Ledger } from '#projections/ledger.ts';
import type { SpeglaRecord } from '#records/record.ts';
import type { CentreKeys } from '#store/key-store.ts';
import { createStore, type Store } from '#store/store.ts';
import { createAnswerOpener } from './answer-opener.ts';
import { createKeyring, type Keyring } from './keyring.ts';
import { createOpenedBlocks } from './opened-blocks.ts';
import { createRecordReader, type Reading } from './record-reader.ts';
import { saveTroubleOf, type SaveTrouble } from './save-trouble.ts';
import type { TeamDeps } from './team-deps.ts';

/** One centre's data, opened: the ledger as a signal, and one way in for everything that is written here. */
export interface CentreSession {
  readonly keys: CentreKeys;
  readonly store: Store;
  readonly keyring: Keyring;
  readonly commandDeps: CommandDeps;
  readonly loaded: ReadonlySignal<boolean>;
  readonly reading: ReadonlySignal<Reading>;
  readonly ledger: ReadonlySignal<Ledger>;
  /** Why the last write here failed; null once one has succeeded again. */
  readonly trouble: ReadonlySignal<SaveTrouble | null>;
  /**
   * Runs one command after the other on the present ledger; resolves when its records are on disk and the ledger
   * holds them. So a second tap builds on the first, and no edit replaces less than its writer saw.
   */
  act(
    command: (ledger: Ledger) => readonly SpeglaRecord[] | Promise<readonly SpeglaRecord[]>,
  ): Promise<void>;
  /** Appends envelopes that were sealed already (grants, files) and reads them. */
  append(envelopes: readonly SealedEnvelope[]): Promise<void>;
  /** Like `act`, for a command that seals by itself: what it gives is on disk as a whole, or not at all. */
  actSealed(command: (ledger: Ledger) => Promise<readonly SealedEnvelope[]>): Promise<void>;
  refresh(): Promise<void>;
  stop(): Promise<void>;
}

export function openSession(deps: TeamDeps, keys: CentreKeys): CentreSession {
  const { space, device } = keys;
  const store = createStore(space, deps.storage);
  const opener = createAnswerOpener(space, deps.newOpeningWorker);
  const keyring = createKeyring(space, device, keys.pair, opener.open);
  const reader = createRecordReader(store, keyring, createOpenedBlocks(store, keys.storageKey));
  const loaded = signal(false);
  const reading = signal<Reading>({ records: new Map(), unreadable: [] });
  const trouble = signal<SaveTrouble | null>(null);
  let folding = nothingFolded;
  const ledger = signal(folding.ledger);
  let stopped = false;
  let stale = false;

  // One thing at a time: reading and writing both change what the next command builds on.
  let queue: Promise<unknown> = Promise.resolve();
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = queue.then(task);
    queue = turn.catch(() => undefined);
    return turn;
  }

  async function write(envelopes: readonly SealedEnvelope[]): Promise<void> {
    try {
      await store.append(envelopes, { from: 'here', lane: 'space' });
      trouble.value = null;
    } catch (error) {
      trouble.value = saveTroubleOf(error);
      throw error;
    }
    await read();
  }

  async function read(): Promise<void> {
    stale = false;
    if (stopped || !(await reader.update())) return;
    show();
  }

  /** Only what has come or gone is folded: one more answer costs the same in the tenth year as in the first. */
  function show(): void {
    const { fresh, gone } = reader.takeChanges();
    folding = foldMore(folding, fresh, gone);
    batch(() => {
      reading.value = reader.reading;
      ledger.value = folding.ledger;
    });
  }

  /** What a command builds on, with the epoch to write under that belongs to it. */
  function present(): Ledger {
    keyring.avoid(epochsOfRevoked(ledger.value));
    return ledger.value;
  }

  const started = inTurn(async () => {
    await reader.start();
    await reader.update();
    batch(() => {
      show();
      loaded.value = true;
    });
  });
  started.catch((error: unknown) => {
    trouble.value = saveTroubleOf(error);
  });

  const stopObserving = store.observe(() => {
    if (stale || stopped) return;
    stale = true; // Many changes before the next turn are one read.
    // A read that fails (storage pulled away under an open page) leaves the last one; the next change tries again.
    inTurn(read).catch(() => undefined);
  });

  return {
    keys,
    store,
    keyring,
    commandDeps: { newId: randomId, now: () => deps.now().toISOString(), device },
    loaded,
    reading,
    ledger,
    trouble,
    act: (command) =>
      inTurn(async () => {
        const records = await command(present());
        if (records.length === 0) return;
        for (const record of records) {
          if (record.kind === 'roundKey' && record.round !== null) {
            await keyring.addRoundKey(record.round, record.body);
          }
        }
        const envelopes = await Promise.all(records.map((record) => keyring.seal(record)));
        await write(envelopes);
      }),
    append: (envelopes) => inTurn(() => write(envelopes)),
    actSealed: (command) =>
      inTurn(async () => {
        const envelopes = await command(present());
        if (envelopes.length > 0) await write(envelopes);
      }),
    refresh: () => inTurn(read),
    stop: async () => {
      stopped = true;
      stopObserving();
      await queue;
      opener.stop();
      store.close();
    },
  };
}
