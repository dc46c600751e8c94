import { signal, type ReadonlySignal } from '@preact/signals';
import { createAlone } from '#sync/deliver-answers.ts';
import { startCourier, type Courier, type CourierStatus } from '#sync/courier.ts';
import { createMailboxClient, type MailboxClient } from '#sync/mailbox-client.ts';
import { openChannel } from '#store/centre-store.ts';
import type { CentreSession } from './centre-session.ts';
import { adminToken, deviceToken } from './device-secrets.ts';
import type { SyncState } from './team-app.ts';
import type { TeamDeps } from './team-deps.ts';

/** What this device tells its mailbox before it carries anything. False: could not be reached. */
export type Announce = (client: MailboxClient, token: string) => Promise<boolean>;

/** Keeps one centre in step with its mailbox, and says how that goes, alike in every open page. */
export interface DeviceSync {
  readonly state: ReadonlySignal<SyncState>;
  /** Starts carrying, or starts over with another mailbox. */
  connect(mailbox: string | null): Promise<void>;
  nudge(): void;
  stop(): Promise<void>;
}

export function createDeviceSync(
  deps: TeamDeps,
  session: CentreSession,
  announce: Announce,
): DeviceSync {
  const { space } = session.keys;
  const { store } = session;
  const state = signal<SyncState>({ mailbox: null, status: 'none', waiting: 0, refused: 0 });
  // Only one page of a profile carries; the others hear from it how it goes.
  const channel = openChannel(deps.storage, `spegla-status-${space}`);
  let courier: Courier | undefined;
  let stopped = false;
  let own: CourierStatus | undefined;

  channel.onmessage = (event: MessageEvent<CourierStatus | 'ask'>) => {
    if (event.data === 'ask') {
      if (own !== undefined) channel.postMessage(own);
    } else if (own === undefined && state.value.mailbox !== null) {
      state.value = { ...state.value, status: event.data };
    }
  };

  async function count(): Promise<void> {
    const [waiting, aside] = await Promise.all([store.outboxCount('all'), store.asideRows()]);
    const refused = aside.length;
    const { mailbox } = state.value;
    const next = { ...state.value, waiting: mailbox === null ? 0 : waiting, refused };
    if (next.waiting !== state.value.waiting || refused !== state.value.refused) state.value = next;
  }

  async function start(mailbox: string | null): Promise<void> {
    await courier?.stop();
    courier = undefined;
    own = undefined;
    if (stopped) return;
    state.value = { ...state.value, mailbox, status: mailbox === null ? 'none' : 'connecting' };
    await count();
    if (mailbox === null) return;
    const [token, admin] = await Promise.all([deviceToken(session.keys), adminToken(session.keys)]);
    if (stopped) return;
    channel.postMessage('ask');
    courier = startCourier({
      space,
      origin: mailbox,
      store,
      fetch: deps.fetch,
      alone: createAlone(deps.locks),
      jitter: deps.jitter,
      now: deps.now,
      token,
      adminToken: admin,
      announce: (origin) => announce(createMailboxClient(origin, deps.fetch), token),
      onStatus: (status) => {
        own = status;
        state.value = { ...state.value, status };
        channel.postMessage(status);
      },
    });
  }

  // One after the other: of two couriers at once, one would never be stopped.
  let starting: Promise<void> = Promise.resolve();
  function connect(mailbox: string | null): Promise<void> {
    const turn = starting.then(() => start(mailbox));
    starting = turn.catch(() => undefined);
    return turn;
  }

  const stops = [
    store.observe(() => void count().catch(() => undefined)),
    deps.onReturn(() => courier?.nudge()),
  ];

  return {
    state,
    connect,
    nudge: () => courier?.nudge(),
    stop: async () => {
      stopped = true;
      for (const stop of stops) stop();
      await starting;
      await courier?.stop();
      channel.close();
    },
  };
}
