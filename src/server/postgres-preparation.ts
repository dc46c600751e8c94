import * as v from 'valibot';
import { firstRowOf, type PostgresRunner } from './postgres-rows.ts';
import { schemaSteps } from './postgres-schema.ts';

const minimumVersion = 14;
/** An arbitrary number that all processes agree on: "Speg" as ASCII. */
const schemaLock = 0x53_70_65_67;

const stateRow = v.object({
  version: v.pipe(v.string(), v.transform(Number)),
  is_standby: v.boolean(),
  is_durable: v.boolean(),
  schema: v.nullable(v.string()),
  is_ours: v.boolean(),
  tables: v.number(),
});
const valueRow = v.object({ value: v.string() });

/** What belongs to an extension is nobody's table. */
const state = `
  SELECT current_setting('server_version_num') AS version,
    pg_is_in_recovery() AS is_standby,
    current_setting('fsync') = 'on' AND current_setting('synchronous_commit') <> 'off' AS is_durable,
    current_schema() AS schema,
    to_regclass(quote_ident(current_schema()) || '.spegla') IS NOT NULL AS is_ours,
    (SELECT count(*) FROM pg_class
     WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
       AND relkind IN ('r', 'p')
       AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')
    ) AS tables`;

/**
 * Makes the schema, or brings it to this version, unless something stands in the way: then the reason, as what
 * comes after the database's name. Of several processes that start at once one works and the others wait.
 */
export async function preparePostgres(client: PostgresRunner): Promise<string | null> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [schemaLock]);
    const reason = await prepareLocked(client);
    await client.query(reason === null ? 'COMMIT' : 'ROLLBACK');
    return reason;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function prepareLocked(client: PostgresRunner): Promise<string | null> {
  const found = await firstRowOf(stateRow, client, state);
  if (found === undefined) return 'does not answer.';
  if (found.version < minimumVersion * 10_000) return `is too old; ${minimumVersion} is needed.`;
  if (found.is_standby) return 'is a standby, which cannot be written.';
  if (!found.is_durable) return 'has fsync or synchronous_commit off: it could lose what it has.';
  if (found.schema === null) return 'has no schema to use; look at its search_path.';
  if (!found.is_ours && found.tables > 0) return 'belongs to something else.';
  const steps = found.is_ours ? await stepsDone(client) : 0;
  if (Number.isNaN(steps)) return 'belongs to something else.';
  if (steps > schemaSteps.length) return `was made by a newer version of Spegla (${steps}).`;
  if (steps === schemaSteps.length) return null;
  for (const step of schemaSteps.slice(steps)) await client.query(step);
  await client.query(
    `INSERT INTO spegla (name, value) VALUES ('schema', $1)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    [String(schemaSteps.length)],
  );
  return null;
}

async function stepsDone(client: PostgresRunner): Promise<number> {
  const row = await firstRowOf(
    valueRow,
    client,
    "SELECT (SELECT value FROM spegla WHERE name = 'schema') AS value",
  ).catch(() => undefined);
  return row === undefined ? Number.NaN : Number(row.value);
}
