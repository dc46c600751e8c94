import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import type { PostgresRunner } from './postgres-rows.ts';

/** On it every process hears which space has changed: its head, its devices, or that it is gone. */
export const spacesChannel = 'spegla_spaces';

/** So often the connection is asked whether it still is one: a machine that vanishes does not say so. */
const beatMs = 15_000;
const [firstRetryMs, lastRetryMs] = [100, 5_000];

/** Tells every process, this one too, that a space has changed; once the caller's transaction is committed. */
export async function tellEveryone(runner: PostgresRunner, space: string): Promise<void> {
  await runner.query('SELECT pg_notify($1, $2)', [spacesChannel, space]);
}

interface ListenerDeps {
  readonly newClient: () => Client;
  readonly onSpace: (space: string) => void;
  /** It listens from now on, for the first time or again: what was said before it did not hear. */
  readonly onListening: () => void;
  /** Why it does not listen any more; it goes on trying. */
  readonly onLost: (error: unknown) => void;
}

/** Listens on a connection of its own, and on another when that is lost, until it is closed. */
export function createSpaceListener({ newClient, onSpace, onListening, onLost }: ListenerDeps) {
  const closing = new AbortController();
  let retryMs = firstRetryMs;

  /** Never resolves: rejects when the connection is lost, or when the listener is closed. */
  async function listen(): Promise<never> {
    const client = newClient();
    const end = Promise.withResolvers<never>();
    const onClosing = () => end.reject(new Error('closing'));
    closing.signal.addEventListener('abort', onClosing);
    client.on('error', end.reject);
    client.on('end', () => end.reject(new Error('the connection was closed')));
    client.on('notification', ({ payload }) => onSpace(payload ?? ''));
    async function begin(): Promise<void> {
      await client.connect();
      await client.query(`LISTEN ${spacesChannel}`);
      retryMs = firstRetryMs;
      onListening();
    }
    begin().catch(end.reject);
    const beat = setInterval(() => void client.query('SELECT 1').catch(end.reject), beatMs);
    try {
      return await end.promise;
    } finally {
      clearInterval(beat);
      closing.signal.removeEventListener('abort', onClosing);
      client.end().catch(() => undefined);
    }
  }

  async function keepListening(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        await listen();
      } catch (error) {
        if (closing.signal.aborted) return;
        onLost(error);
      }
      await pause(retryMs, null, { signal: closing.signal }).catch(() => undefined);
      retryMs = Math.min(retryMs * 2, lastRetryMs);
    }
  }

  const ended = keepListening();
  return {
    async close(): Promise<void> {
      closing.abort();
      await ended;
    },
  };
}
