import { Client, Pool, TypeOverrides, types, type ClientConfig } from 'pg';
import { preparePostgres } from './postgres-preparation.ts';

/** Sequences and sizes stay far below 2^53. */
const bigintsAsNumbers = new TypeOverrides();
bigintsAsNumbers.setTypeParser(types.builtins.INT8, Number);

/*
 * Nothing waits for ever: not for a connection, not for a lock that another process holds, not for an answer
 * from a machine that is gone; and a process that freezes inside a transaction loses it, and with it the space's lock.
 */
const connectionSettings: ClientConfig = {
  application_name: 'spegla',
  connectionTimeoutMillis: 5_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 15_000,
  statement_timeout: 30_000,
  query_timeout: 35_000,
  keepAlive: true,
  types: bigintsAsNumbers,
};

export interface PostgresSettings {
  /** `postgres://user:password@host:port/database`. Never logged: it holds a password. */
  readonly url: string;
  /** The most connections at once, besides the one that listens. */
  readonly poolSize: number;
}

export interface PostgresDatabase {
  readonly pool: Pool;
  /** A connection apart from the pool; the caller connects and ends it. */
  readonly newClient: () => Client;
  /** Host, port and name, to be shown. */
  readonly place: string;
}

export type OpenedPostgres =
  | { readonly ok: true; readonly database: PostgresDatabase }
  | { readonly ok: false; readonly reason: string };

/** Connects, makes or checks the schema. What stands in the way comes back as one sentence, without the password. */
export async function openPostgresDatabase(settings: PostgresSettings): Promise<OpenedPostgres> {
  const config = { ...connectionSettings, connectionString: settings.url };
  let client: Client;
  try {
    client = new Client(config);
  } catch (error) {
    return { ok: false, reason: `DATABASE_URL cannot be read: ${messageOf(error)}.` };
  }
  // A connection that breaks says so twice: to whoever waits for an answer, and here.
  client.on('error', () => undefined);
  const place = `${client.host}:${client.port}/${client.database ?? ''}`;
  try {
    await client.connect();
    const reason = await preparePostgres(client);
    if (reason !== null) return { ok: false, reason: `The database ${place} ${reason}` };
  } catch (error) {
    return { ok: false, reason: openingProblem(error, place) };
  } finally {
    await client.end().catch(() => undefined);
  }
  const pool = new Pool({ ...config, max: settings.poolSize, idleTimeoutMillis: 60_000 });
  // An idle connection that breaks is dropped by the pool, and the next request makes another.
  pool.on('error', () => undefined);
  pool.on('connect', (fresh) => fresh.on('error', () => undefined));
  return { ok: true, database: { pool, newClient: () => new Client(config), place } };
}

/** What an error says, on one line; where it says nothing (several addresses were tried), its code. */
export function messageOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  return (message || code).replaceAll(/\s+/g, ' ');
}

function openingProblem(error: unknown, place: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = messageOf(error);
  if (code.startsWith('28')) return `The database ${place} refuses the login: ${message}.`;
  if (code === '3D000') return `The database ${place} does not exist: ${message}.`;
  if (code === '42501') return `The database ${place} may not be used by this user: ${message}.`;
  return `The database ${place} cannot be reached: ${message}.`;
}
