import * as v from 'valibot';
import { errorSchema, type ErrorCode } from '#protocol/errors.ts';
import {
  deviceListSchema,
  healthSchema,
  invitationSchema,
  paths,
  pullReplySchema,
  pushReplySchema,
  roundCardSchema,
  spaceStateSchema,
  type CreateSpace,
  type DeviceList,
  type EnrolDevice,
  type Health,
  type Invitation,
  type OpenInvite,
  type PullReply,
  type PurgeRound,
  type PushReply,
  type RegisterRound,
  type RoundCard,
  type SpaceState,
} from '#protocol/routes.ts';
import type { Envelope } from '#protocol/envelope.ts';

/** A reply, or why there is none. `unreachable`: no network, or nobody answers in time. `badReply`: not a mailbox. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ErrorCode | 'unreachable' | 'badReply' };

export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/** The mailbox at one origin, one method per route. Never throws. */
export interface MailboxClient {
  readonly origin: string;
  health(): Promise<Reply<Health>>;
  createSpace(code: string, body: CreateSpace): Promise<Reply<SpaceState>>;
  deleteSpace(token: string, space: string): Promise<Reply<null>>;
  openInvite(token: string, space: string, invite: string, body: OpenInvite): Promise<Reply<null>>;
  readInvite(token: string, space: string, invite: string): Promise<Reply<Invitation>>;
  enrolDevice(token: string, space: string, body: EnrolDevice): Promise<Reply<SpaceState>>;
  listDevices(token: string, space: string): Promise<Reply<DeviceList>>;
  revokeDevice(token: string, space: string, device: string): Promise<Reply<null>>;
  registerRound(
    token: string,
    space: string,
    round: string,
    body: RegisterRound,
  ): Promise<Reply<null>>;
  roundCard(token: string, round: string): Promise<Reply<RoundCard>>;
  pushAnswers(
    token: string,
    round: string,
    envelopes: readonly Envelope[],
  ): Promise<Reply<PushReply>>;
  pushEnvelopes(
    token: string,
    space: string,
    envelopes: readonly Envelope[],
  ): Promise<Reply<PushReply>>;
  pull(token: string, space: string, after: number): Promise<Reply<PullReply>>;
  purgeRound(token: string, space: string, body: PurgeRound): Promise<Reply<null>>;
  /** Opens the event stream; the caller reads and aborts it. */
  openEvents(token: string, space: string, signal: AbortSignal): Promise<Response | undefined>;
}

/** How long a request may take before it counts as unreachable: a slow phone uploads 4 MiB in this. */
const requestTimeoutMs = 60_000;

export function createMailboxClient(origin: string, fetch: Fetch): MailboxClient {
  async function ask<T>(
    method: string,
    path: string,
    schema: v.GenericSchema<unknown, T>,
    token?: string,
    body?: unknown,
  ): Promise<Reply<T>> {
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
        cache: 'no-store',
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
  }

  return {
    origin,
    health: () => ask('GET', paths.health(), healthSchema),
    createSpace: (code, body) => ask('POST', paths.spaces(), spaceStateSchema, code, body),
    deleteSpace: (token, space) => ask('DELETE', paths.space(space), v.null(), token),
    openInvite: (token, space, invite, body) =>
      ask('PUT', paths.invite(space, invite), v.null(), token, body),
    readInvite: (token, space, invite) =>
      ask('GET', paths.invite(space, invite), invitationSchema, token),
    enrolDevice: (token, space, body) =>
      ask('POST', paths.devices(space), spaceStateSchema, token, body),
    listDevices: (token, space) => ask('GET', paths.devices(space), deviceListSchema, token),
    revokeDevice: (token, space, device) =>
      ask('DELETE', paths.device(space, device), v.null(), token),
    registerRound: (token, space, round, body) =>
      ask('PUT', paths.round(space, round), v.null(), token, body),
    roundCard: (token, round) => ask('GET', paths.card(round), roundCardSchema, token),
    pushAnswers: (token, round, envelopes) =>
      ask('POST', paths.answers(round), pushReplySchema, token, { envelopes }),
    pushEnvelopes: (token, space, envelopes) =>
      ask('POST', paths.envelopes(space), pushReplySchema, token, { envelopes }),
    pull: (token, space, after) =>
      ask('GET', `${paths.envelopes(space)}?after=${after}`, pullReplySchema, token),
    purgeRound: (token, space, body) => ask('POST', paths.purges(space), v.null(), token, body),
    openEvents: async (token, space, signal) => {
      try {
        const response = await fetch(origin + paths.events(space), {
          headers: { authorization: `Bearer ${token}` },
          credentials: 'omit',
          cache: 'no-store',
          referrerPolicy: 'no-referrer',
          signal,
        });
        return response.ok ? response : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
