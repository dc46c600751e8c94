import type { CommandDeps } from '#commands/command-deps.ts';
import { foldLedger, type Ledger } from '#projections/ledger.ts';
import type { SpeglaRecord } from '#records/record.ts';

/** What a command may know of the world, in a test's hand: ids in the order of the calls. */
export function setupCommands(device = 'd1') {
  let count = 0;
  const deps: CommandDeps = {
    newId: () => {
      count += 1;
      return `${device}-${String(count).padStart(3, '0')}`;
    },
    now: () => '2026-12-01T09:00:00.000Z',
    device,
  };
  const records: SpeglaRecord[] = [];
  return {
    deps,
    records,
    ledger: (): Ledger => foldLedger(records),
    /** Writes what a command gave, as the app would. */
    write: (given: readonly SpeglaRecord[]): readonly SpeglaRecord[] => {
      records.push(...given);
      return given;
    },
  };
}

/** The one edit of a list, which must be one. */
export function editOf(records: readonly SpeglaRecord[]) {
  const [only, ...others] = records;
  if (only?.kind !== 'edit' || others.length > 0) throw new Error('not one edit');
  return only;
}
