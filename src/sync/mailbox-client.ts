import * as v from 'valibot';
import {
  deviceListSchema,
  healthSchema,
  invitationSchema,
  kioskReportsSchema,
  paths,
  pullReplySchema,
  pushReplySchema,
  spaceStateSchema,
  type CreateSpace,
  type DeviceList,
  type EnrolDevice,
  type Health,
  type Invitation,
  type KioskReports,
  type OpenInvite,
  type PullReply,
  type PurgeRound,
  type PushReply,
  type RegisterRound,
  type SpaceState,
} from '#protocol/routes.ts';
import type { Envelope } from '#protocol/envelope.ts';
import { createAsk, type Fetch, type Reply } from './mailbox-request.ts';

/** The mailbox at one origin as a team device meets it, one method per route. Never throws. */
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
  pushEnvelopes(
    token: string,
    space: string,
    envelopes: readonly Envelope[],
  ): Promise<Reply<PushReply>>;
  pull(token: string, space: string, after: number, mark?: string): Promise<Reply<PullReply>>;
  purgeRound(token: string, space: string, body: PurgeRound): Promise<Reply<null>>;
  kioskReports(token: string, space: string): Promise<Reply<KioskReports>>;
  /** Opens the event stream; the caller reads and aborts it. */
  openEvents(token: string, space: string, signal: AbortSignal): Promise<Response | undefined>;
}

export function createMailboxClient(origin: string, fetch: Fetch): MailboxClient {
  const ask = createAsk(origin, fetch);
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
    pushEnvelopes: (token, space, envelopes) =>
      ask('POST', paths.envelopes(space), pushReplySchema, token, { envelopes }),
    pull: (token, space, after, mark) => {
      const from = mark === undefined ? `after=${after}` : `after=${after}&mark=${mark}`;
      return ask('GET', `${paths.envelopes(space)}?${from}`, pullReplySchema, token);
    },
    purgeRound: (token, space, body) => ask('POST', paths.purges(space), v.null(), token, body),
    kioskReports: (token, space) => ask('GET', paths.reports(space), kioskReportsSchema, token),
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
