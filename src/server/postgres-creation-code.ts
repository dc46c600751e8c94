import * as v from 'valibot';
import { newCreationCode } from './creation-code.ts';
import { firstRowOf, type PostgresRunner } from './postgres-rows.ts';

const valueRow = v.object({ value: v.string() });

/** The code of this database, made at the first start: the processes that share the mailbox share it too. */
export async function sharedCreationCode(runner: PostgresRunner): Promise<string> {
  await runner.query(
    "INSERT INTO spegla (name, value) VALUES ('creation code', $1) ON CONFLICT (name) DO NOTHING",
    [newCreationCode()],
  );
  const select = "SELECT value FROM spegla WHERE name = 'creation code'";
  const row = await firstRowOf(valueRow, runner, select);
  if (row === undefined) throw new Error('the creation code is not there after it was written');
  return row.value;
}
