/*
 * The wire, protocol 1. All bodies are JSON; tokens travel as `Authorization: Bearer <43 characters>`.
 *
 * | request                                   | token           | body → reply                          |
 * |-------------------------------------------|-----------------|---------------------------------------|
 * | GET    /v1/health                         | –               | → Health                              |
 * | POST   /v1/spaces                         | creation code   | CreateSpace → SpaceState (201, or 200 |
 * |                                           |                 |   when the same space is made again)  |
 * | DELETE /v1/spaces/:space                  | admin           | → 204                                 |
 * | PUT    /v1/spaces/:space/invites/:invite  | device          | OpenInvite → 204                      |
 * | GET    /v1/spaces/:space/invites/:invite  | invite          | → Invitation                          |
 * | POST   /v1/spaces/:space/devices          | invite or admin | EnrolDevice → SpaceState (201)        |
 * | GET    /v1/spaces/:space/devices          | admin           | → DeviceList                          |
 * | DELETE /v1/spaces/:space/devices/:device  | admin           | → 204                                 |
 * | PUT    /v1/spaces/:space/rounds/:round    | device          | RegisterRound → 204                   |
 * | GET    /v1/rounds/:round/card             | answer or kiosk | → RoundCard                           |
 * | GET    /v1/rounds/:round/voices/:voice    | answer or kiosk | → RoundVoice (never changes)          |
 * | POST   /v1/rounds/:round/answers          | answer or kiosk | PushEnvelopes → PushReply             |
 * | PUT    /v1/rounds/:round/report           | kiosk           | KioskReport → 204                     |
 * | GET    /v1/spaces/:space/reports          | device          | → KioskReports                        |
 * | POST   /v1/spaces/:space/envelopes        | device          | PushEnvelopes → PushReply             |
 * | GET    /v1/spaces/:space/envelopes        | device          | ?after=&limit=&mark= → PullReply      |
 * | GET    /v1/spaces/:space/events           | device          | → a stream of lines, each a HeadEvent |
 * | POST   /v1/spaces/:space/purges           | admin           | PurgeRound → 204                      |
 *
 * Every refusal is `{ code, message }` (errors.ts).
 */
import * as v from 'valibot';
import { envelopeSchema } from './envelope.ts';
import { envelopeOutcomes } from './errors.ts';
import { base64urlSchema, daySchema, idSchema, tokenHashSchema } from './ids.ts';
import { linkPaths } from './link-paths.ts';
import { maxBatchEnvelopes, maxCardBytes, maxPullEnvelopes, maxQuota } from './limits.ts';

export const healthSchema = v.object({
  service: v.literal('spegla-mailbox'),
  protocol: v.number(),
  /** Whether making a space needs the code that the mailbox prints at its start. */
  createNeedsCode: v.boolean(),
});
export type Health = v.InferOutput<typeof healthSchema>;

/** The epoch names one life of a space's sequence: a device that meets another one starts again from 0. */
export const spaceStateSchema = v.object({ epoch: idSchema, head: v.number() });
export type SpaceState = v.InferOutput<typeof spaceStateSchema>;

const enrolment = { device: idSchema, tokenHash: tokenHashSchema };

export const createSpaceSchema = v.strictObject({
  space: idSchema,
  adminTokenHash: tokenHashSchema,
  ...enrolment,
});
export type CreateSpace = v.InferOutput<typeof createSpaceSchema>;

export const enrolDeviceSchema = v.strictObject(enrolment);
export type EnrolDevice = v.InferOutput<typeof enrolDeviceSchema>;

export const deviceListSchema = v.object({
  devices: v.array(v.object({ device: idSchema, enrolledAt: v.string() })),
});
export type DeviceList = v.InferOutput<typeof deviceListSchema>;

export const openInviteSchema = v.strictObject({
  tokenHash: tokenHashSchema,
  /** The last day on which it may be used. */
  expires: daySchema,
  envelope: envelopeSchema,
});
export type OpenInvite = v.InferOutput<typeof openInviteSchema>;

export const invitationSchema = v.object({ envelope: envelopeSchema });
export type Invitation = v.InferOutput<typeof invitationSchema>;

const cardSchema = v.pipe(base64urlSchema, v.maxLength(maxCardBytes));

const registrationSchema = v.strictObject({
  answerTokenHash: tokenHashSchema,
  kioskTokenHash: tokenHashSchema,
  opens: daySchema,
  closes: daySchema,
  answerQuota: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxQuota)),
  kioskQuota: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxQuota)),
  /** The sealed card; once registered it never changes. */
  card: cardSchema,
});
export const registerRoundSchema = v.pipe(
  registrationSchema,
  v.check(({ opens, closes }) => opens <= closes, 'a round must open before it closes'),
);
export type RegisterRound = v.InferOutput<typeof registerRoundSchema>;

export const roundCardSchema = v.object({ card: cardSchema, opens: daySchema, closes: daySchema });
export type RoundCard = v.InferOutput<typeof roundCardSchema>;

/** A recorded prompt of the round, sealed for who holds one of its links. `notFound` until a device has sent it. */
export const roundVoiceSchema = v.object({ envelope: envelopeSchema });
export type RoundVoice = v.InferOutput<typeof roundVoiceSchema>;

/**
 * Envelopes are judged one by one; but an entry that is no envelope at all makes the whole batch a `badRequest`,
 * since a client of ours never sends one.
 */
export const pushEnvelopesSchema = v.strictObject({
  envelopes: v.pipe(v.array(envelopeSchema), v.minLength(1), v.maxLength(maxBatchEnvelopes)),
});

export const pushReplySchema = v.object({
  /** Null towards an answer link: who only writes learns nothing of the space. */
  epoch: v.nullable(idSchema),
  results: v.array(v.object({ id: idSchema, outcome: v.picklist(envelopeOutcomes) })),
});
export type PushReply = v.InferOutput<typeof pushReplySchema>;

export const pullQuerySchema = v.object({
  after: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'must be a whole number'), v.transform(Number)),
    '0',
  ),
  limit: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,4}$/, 'must be a whole number'),
      v.transform(Number),
      v.minValue(1),
      v.maxValue(maxPullEnvelopes),
    ),
    String(maxPullEnvelopes),
  ),
  /** The id that this device met at place `after`. */
  mark: v.optional(idSchema),
});

export const pullReplySchema = v.object({
  epoch: idSchema,
  /** The highest sequence of the space now. */
  head: v.number(),
  /** Ask again with `after` set to this; equal to `head` when there is no more. */
  next: v.number(),
  /** False where another envelope stands at place `after` than `mark`: a backup was restored, this is another life. */
  continues: v.boolean(),
  envelopes: v.array(envelopeSchema),
});
export type PullReply = v.InferOutput<typeof pullReplySchema>;

/** "There is more, up to here": nothing else ever travels on the event stream. */
export const headEventSchema = v.object({ epoch: idSchema, head: v.number() });
export type HeadEvent = v.InferOutput<typeof headEventSchema>;

/** A kiosk's two numbers. Its id is random and of this round alone: the mailbox learns no device by it. */
export const kioskReportSchema = v.strictObject({
  kiosk: idSchema,
  /** How many hand-ins this kiosk has ever collected in the round. */
  collected: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(maxQuota)),
  /** How many of its envelopes wait to be sent. */
  waiting: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(maxQuota)),
});
export type KioskReport = v.InferOutput<typeof kioskReportSchema>;

/** The newest report of each kiosk of each round; `at` is the mailbox's clock, ISO 8601 in UTC. */
export const kioskReportsSchema = v.object({
  reports: v.array(v.object({ round: idSchema, ...kioskReportSchema.entries, at: v.string() })),
});
export type KioskReports = v.InferOutput<typeof kioskReportsSchema>;

/** Deletes the round's rows for good; the purge's own envelope is stored so that devices learn of it. */
export const purgeRoundSchema = v.strictObject({ envelope: envelopeSchema });
export type PurgeRound = v.InferOutput<typeof purgeRoundSchema>;

/** Paths, so that neither side spells one by hand. Ids are base64url and need no escaping. */
export const paths = {
  ...linkPaths,
  health: () => '/v1/health',
  spaces: () => '/v1/spaces',
  space: (space: string) => `/v1/spaces/${space}`,
  invite: (space: string, invite: string) => `/v1/spaces/${space}/invites/${invite}`,
  devices: (space: string) => `/v1/spaces/${space}/devices`,
  device: (space: string, device: string) => `/v1/spaces/${space}/devices/${device}`,
  round: (space: string, round: string) => `/v1/spaces/${space}/rounds/${round}`,
  envelopes: (space: string) => `/v1/spaces/${space}/envelopes`,
  events: (space: string) => `/v1/spaces/${space}/events`,
  purges: (space: string) => `/v1/spaces/${space}/purges`,
  reports: (space: string) => `/v1/spaces/${space}/reports`,
};
