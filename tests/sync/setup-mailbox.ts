import { onTestFinished } from 'vitest';
import type { Envelope } from '#protocol/envelope.ts';
import type { RegisterRound } from '#protocol/routes.ts';
import { buildApp } from '#server/app.ts';
import type { Mailbox, MailboxLimits } from '#server/mailbox.ts';
import type { Send } from '#sync/push.ts';
import { createMailboxClient } from '#sync/mailbox-client.ts';
import { createStore, type Store } from '#store/store.ts';
import { setupStorage } from '../app/devices.ts';
import { newRound, newSpace, setupSqliteMailbox, valueOf, type Round } from '../server/fixtures.ts';
import { startLossyProxy } from './lossy-proxy.ts';

export const today = '2026-03-10';

/** The real server on loopback with one space in it, behind a network that can lose replies; and one device's store. */
export async function setupMailbox(heartbeatMs = 60_000, limits: Partial<MailboxLimits> = {}) {
  const mailbox = setupSqliteMailbox({ now: () => new Date(`${today}T12:00:00Z`), limits });
  const app = await buildApp({ mailbox, heartbeatMs });
  const server = await app.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => app.close());
  const network = await startLossyProxy(server);
  const space = newSpace();
  const { state } = valueOf(await mailbox.createSpace(space.request));
  const client = createMailboxClient(network.origin, (url, init) => fetch(url, init));
  const store = setupStoreOf(space.space);
  const pushTeam: Send = (envelopes) =>
    client.pushEnvelopes(space.deviceToken, space.space, envelopes);
  return { app, mailbox, network, ...space, epoch: state.epoch, client, store, pushTeam };
}

export function setupStoreOf(space: string, storage = setupStorage()): Store {
  const store = createStore(space, storage);
  onTestFinished(() => store.close());
  return store;
}

/** A round that the mailbox knows of, with small quotas where a test wants them. */
export async function registerRound(
  mailbox: Mailbox,
  { space, byDevice }: Pick<ReturnType<typeof newSpace>, 'space' | 'byDevice'>,
  fields: Partial<RegisterRound> = {},
): Promise<Round> {
  const round = newRound(space, fields);
  valueOf(await mailbox.registerRound(byDevice, round.round, round.request));
  return round;
}

export const idsOf = (envelopes: readonly Pick<Envelope, 'id'>[]): string[] =>
  envelopes.map(({ id }) => id).toSorted();
