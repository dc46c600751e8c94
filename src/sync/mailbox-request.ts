import * as v from 'valibot';
import { errorSchema, type ErrorCode } from '#protocol/errors.ts';

/** A reply, or why there is none. `unreachable`: no network, or nobody answers in time. `badReply`: not a mailbox. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ErrorCode | 'unreachable' | 'badReply' };

export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/** Asks one route of a mailbox and reads its reply by a schema. Never throws. */
export type Ask = <T>(
  method: string,
  path: string,
  schema: v.GenericSchema<unknown, T>,
  token?: string,
  body?: unknown,
) => Promise<Reply<T>>;

/** How long a request may take before it counts as unreachable: a slow phone uploads 4 MiB in this. */
const requestTimeoutMs = 60_000;

/** `cache`: replies are asked for anew each time, unless they are said never to change. */
export function createAsk(origin: string, fetch: Fetch, cache: RequestCache = 'no-store'): Ask {
  return async (method, path, schema, token, body) => {
    let response: Response;
    let text: string;
    try {
      response = await fetch(origin + path, {
        method,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        credentials: 'omit',
        cache,
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(requestTimeoutMs),
      });
      text = await response.text();
    } catch {
      return { ok: false, code: 'unreachable' };
    }
    const json = response.status === 204 ? null : parseJson(text);
    if (!response.ok) {
      const refusal = v.safeParse(errorSchema, json);
      return { ok: false, code: refusal.success ? refusal.output.code : 'badReply' };
    }
    const reply = v.safeParse(schema, json);
    return reply.success ? { ok: true, value: reply.output } : { ok: false, code: 'badReply' };
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
