import { Client } from 'pg';
import { inject, onTestFinished } from 'vitest';
import type { Mailbox } from '#server/mailbox.ts';
import { openPostgresDatabase } from '#server/postgres-database.ts';
import { createPostgresMailbox, type PostgresMailboxDeps } from '#server/postgres-mailbox.ts';
import { newId } from './fixtures.ts';

/** Runs statements on a connection of their own. */
export async function runSql(url: string, ...statements: string[]): Promise<unknown[]> {
  const client = new Client(url);
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}

/** An empty database of the test's own on the run's server, dropped when it ends. Gives its URL. */
export async function newDatabase(): Promise<string> {
  const postgres = inject('postgres');
  if ('problem' in postgres) throw new Error(`PostgreSQL does not run here: ${postgres.problem}`);
  const name = `test_${Buffer.from(newId(), 'base64url').toString('hex')}`;
  await runSql(postgres.url, `CREATE DATABASE ${name}`);
  onTestFinished(() => runSql(postgres.url, `DROP DATABASE ${name} WITH (FORCE)`).then(() => {}));
  return postgres.url.replace(/\/postgres$/, `/${name}`);
}

/** A PostgreSQL mailbox, closed when the test ends; several on one URL are several processes' mailboxes. */
export async function setupPostgresMailbox(
  deps: Omit<PostgresMailboxDeps, 'database'> = {},
  url?: string,
  poolSize = 5,
): Promise<Mailbox> {
  const opened = await openPostgresDatabase({ url: url ?? (await newDatabase()), poolSize });
  if (!opened.ok) throw new Error(opened.reason);
  const mailbox = createPostgresMailbox({ ...deps, database: opened.database });
  onTestFinished(() => mailbox.close());
  return mailbox;
}
