import type { Bodies, RecordKind, SpeglaRecord } from '#records/record.ts';

/** What a command may know of the world: taken once, here, so that folding reads no clock. */
export interface CommandDeps {
  readonly newId: () => string;
  /** ISO 8601, for show. */
  readonly now: () => string;
  /** This device's id. */
  readonly device: string;
}

/** What a command gives: records to append, or why it cannot be. */
export type Result<T, E extends string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: E };

/** A new record around a body. */
export function newRecord<K extends RecordKind>(
  deps: Pick<CommandDeps, 'newId'>,
  kind: K,
  round: string | null,
  body: Bodies[K],
): SpeglaRecord {
  // One member of the union, which the compiler cannot see through the type parameter.
  return { id: deps.newId(), kind, round, body } as SpeglaRecord;
}
