import type { ErrorCode } from '#protocol/errors.ts';

/** Why something was not done, in the wire's own words: a code to act on and a sentence to read. */
export interface Refusal {
  readonly ok: false;
  readonly code: ErrorCode;
  readonly message: string;
}

/** What a caller can act on. Bugs and a broken disk throw instead. */
export type Result<T> = { readonly ok: true; readonly value: T } | Refusal;

export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(code: ErrorCode, message: string): Refusal {
  return { ok: false, code, message };
}
