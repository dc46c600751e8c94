import * as v from 'valibot';
import { envelopeKinds, type Envelope } from '#protocol/envelope.ts';
import type { HeadWatchers } from './head-watchers.ts';
import type { MailboxLimits } from './mailbox.ts';
import type { PostgresDatabase } from './postgres-database.ts';

interface PostgresStatement {
  readonly text: string;
  readonly values: unknown[];
  /** A statement with a name is parsed once per connection. */
  readonly name?: string;
  readonly query_timeout?: number;
}

/** Whatever runs a statement: a connection within its transaction, or the pool for one that stands alone. */
export interface PostgresRunner {
  query(
    statement: string | PostgresStatement,
    values?: unknown[],
  ): Promise<{ readonly rows: readonly unknown[] }>;
}

/** What the parts of the PostgreSQL mailbox share. */
export interface PostgresParts {
  readonly database: PostgresDatabase;
  readonly watchers: HeadWatchers;
  readonly limits: MailboxLimits;
  readonly now: () => Date;
  /** A new random id: 16 bytes, base64url. */
  readonly newId: () => string;
  /** A random whole number from 0 to limit − 1. */
  readonly below: (limit: number) => number;
  /** Says on one line that something went wrong in the background; never with what is stored. */
  readonly report: (line: string) => void;
}

const namesByText = new Map<string, string>();

/** A statement of ours, which comes again and again. Its text must never hold a value. */
export function prepared(text: string, values: unknown[]): PostgresStatement {
  const name = namesByText.get(text) ?? `spegla_${namesByText.size}`;
  namesByText.set(text, name);
  return { name, text, values };
}

/** Every row, read by its schema. */
export async function allRowsOf<S extends v.GenericSchema>(
  schema: S,
  runner: PostgresRunner,
  text: string,
  ...values: unknown[]
): Promise<v.InferOutput<S>[]> {
  const { rows } = await runner.query(prepared(text, values));
  return rows.map((row) => v.parse(schema, row));
}

/** The first row, read by its schema; undefined where there is none. */
export async function firstRowOf<S extends v.GenericSchema>(
  schema: S,
  runner: PostgresRunner,
  text: string,
  ...values: unknown[]
): Promise<v.InferOutput<S> | undefined> {
  return (await allRowsOf(schema, runner, text, ...values))[0];
}

const envelopeRow = v.object({
  id: v.string(),
  kind: v.picklist(envelopeKinds),
  key: v.string(),
  round: v.nullable(v.string()),
  sealed: v.string(),
});

/** An envelope as its row holds it. */
export const envelopeRowSchema = v.pipe(
  envelopeRow,
  v.transform(({ id, kind, key, round, sealed }): Envelope => {
    return { v: 1, id, kind, key, round, sealed };
  }),
);

export const countRow = v.object({ count: v.number() });
