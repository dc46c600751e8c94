import { createRecordReader } from '#app/team/record-reader.ts';
import { foldMore, nothingFolded } from '#projections/folding.ts';
import type { Ledger } from '#projections/ledger.ts';
import type { SpeglaRecord } from '#records/record.ts';
import type { RoundKey } from '#records/keys.ts';
import { createStore, type Store } from '#store/store.ts';
import { startCourier, type Courier, type CourierStatus } from '#sync/courier.ts';
import { createAlone } from '#sync/deliver-answers.ts';
import { createMailboxClient, type MailboxClient } from '#sync/mailbox-client.ts';
import { hashToken } from '#server/tokens.ts';
import { clearKeyring, noBlocks, toEnvelope } from './clear-records.ts';
import type { Machine } from './machine.ts';
import { origin, type Notes } from './notes.ts';

/** What a team's device is to the mailbox. */
export interface Membership {
  readonly space: string;
  readonly device: string;
  readonly token: string;
  readonly adminToken: string | null;
}

/** One open page of the team: the store, the reader and the courier of the app; no screens and no keys. */
export interface TeamPage {
  readonly store: Store;
  readonly client: MailboxClient;
  readonly status: () => CourierStatus;
  readonly ledger: () => Ledger;
  /** Runs a command on what is read; its records are on disk when this resolves. */
  readonly act: (
    command: (ledger: Ledger) => readonly SpeglaRecord[],
    lane?: string,
  ) => Promise<void>;
  /** As openSession's: reads what is new, one thing at a time. */
  readonly refresh: () => Promise<void>;
  readonly nudge: () => void;
  /** Starts over with the mailbox, after `change` was made while nothing was carried. */
  readonly reconnect: (change: () => Promise<void>) => Promise<void>;
  readonly close: () => Promise<void>;
}

export function openTeamPage(
  machine: Machine,
  page: number,
  member: Membership,
  notes: Notes,
): TeamPage {
  const { space, token, adminToken } = member;
  const store = createStore(space, machine.storage());
  const reader = createRecordReader(store, clearKeyring, noBlocks);
  const fetch = machine.fetch(page);
  const client = createMailboxClient(origin, fetch);
  let status: CourierStatus = 'connecting';
  let isStale = false;
  let isClosed = false;

  let queue: Promise<unknown> = Promise.resolve();
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = queue.then(task);
    queue = turn.catch(() => undefined);
    return turn;
  }
  let folding = nothingFolded;
  const ledger = (): Ledger => {
    const { fresh, gone } = reader.takeChanges();
    folding = foldMore(folding, fresh, gone);
    return folding.ledger;
  };
  const read = async (): Promise<void> => {
    isStale = false;
    if (!isClosed) await reader.update();
  };
  inTurn(async () => {
    await reader.start();
    await reader.update();
  }).catch(() => undefined);
  const stopObserving = store.observe(() => {
    if (isStale || isClosed) return;
    isStale = true;
    inTurn(read).catch(() => undefined);
  });

  const connect = (): Courier =>
    startCourier({
      space,
      origin,
      store,
      fetch,
      alone: createAlone(machine.browser().locks),
      jitter: () => Math.random(),
      token,
      adminToken,
      announce: () => announce(store, client, token, space, ledger().roundKeys),
      onStatus: (next) => {
        status = next;
      },
    });
  let courier = connect();

  return {
    store,
    client,
    status: () => status,
    ledger,
    act: (command, lane = 'space') =>
      inTurn(async () => {
        const envelopes = command(ledger()).map(toEnvelope);
        if (envelopes.length === 0) return;
        notes.offered(machine.name, envelopes);
        await store.append(envelopes, { from: 'here', lane });
        notes.thanked(machine.name, envelopes);
        await read();
      }),
    refresh: () => inTurn(read),
    nudge: () => courier.nudge(),
    reconnect: async (change) => {
      await courier.stop();
      try {
        await change();
      } finally {
        // A disk that refuses the change leaves a device that must still carry.
        if (!isClosed) courier = connect();
      }
    },
    close: async () => {
      isClosed = true;
      stopObserving();
      await courier.stop();
      await queue;
      store.close();
    },
  };
}

/** As src/app/team/announce-rounds.ts does, with tokens that no key had to derive. */
async function announce(
  store: Store,
  client: MailboxClient,
  token: string,
  space: string,
  rounds: ReadonlyMap<string, RoundKey>,
): Promise<boolean> {
  const value = await store.meta('announced');
  const announced: Record<string, string> = { ...(value as Record<string, string> | undefined) };
  const life = await store.mailboxLife();
  for (const [round, keys] of rounds) {
    const body = {
      answerTokenHash: hashToken(keys.linkSecret),
      kioskTokenHash: hashToken(keys.kioskSecret),
      opens: '2026-02-01',
      closes: '2026-06-01',
      answerQuota: 5_000,
      kioskQuota: 20_000,
      card: keys.sealedCard,
    };
    const digest = JSON.stringify([client.origin, life, body]);
    if (announced[round] === digest) continue;
    const reply = await client.registerRound(token, space, round, body);
    if (!reply.ok) {
      if (['unreachable', 'unavailable', 'tooMany', 'badReply'].includes(reply.code)) return false;
      continue;
    }
    announced[round] = digest;
    await store.setMeta('announced', announced);
  }
  return true;
}
