import type { Envelope } from '#protocol/envelope.ts';
import * as limits from '#protocol/limits.ts';
import type {
  CreateSpace,
  DeviceList,
  EnrolDevice,
  HeadEvent,
  Invitation,
  KioskReport,
  KioskReports,
  OpenInvite,
  PullReply,
  PushReply,
  RegisterRound,
  RoundCard,
  RoundVoice,
  SpaceState,
} from '#protocol/routes.ts';
import type { Result } from './result.ts';

/*
 * Capabilities: what a token turned out to be. An operation takes the one that it needs, so that nothing can be
 * called without having been asked for a token first. Each operation looks again whether the capability still
 * stands, since a device may have been revoked while its request was on the way.
 */
export interface AdminCapability {
  readonly kind: 'admin';
  readonly space: string;
}
export interface DeviceCapability {
  readonly kind: 'device';
  readonly space: string;
  readonly device: string;
}
export interface InviteCapability {
  readonly kind: 'invite';
  readonly space: string;
  readonly invite: string;
}
/** Who hands in and reads nothing of others: a phone with the answer link, or a tablet with the kiosk link. */
export interface LinkCapability {
  readonly kind: 'answer' | 'kiosk';
  readonly space: string;
  readonly round: string;
}
export type SpaceCapability = AdminCapability | DeviceCapability | InviteCapability;

/** What a watcher hears: that the head is somewhere else now, or that there will be nothing more. */
export type HeadChange = ({ readonly type: 'head' } & HeadEvent) | { readonly type: 'ended' };

/** Limits of the store itself. The protocol's own unless a test wants them small. */
export interface MailboxLimits {
  readonly maxSpaceBytes: number;
  readonly maxDevicesPerSpace: number;
  readonly maxOpenInvitesPerSpace: number;
  readonly maxRoundsPerSpace: number;
  readonly maxKiosksPerRound: number;
  /** New envelopes an hour through one round's link; the ones beyond are `full` for now. */
  readonly answerEnvelopesPerLinkPerHour: number;
  readonly kioskEnvelopesPerLinkPerHour: number;
  /** One pull ends after the envelope with which it passes this size. */
  readonly maxPullBytes: number;
}
export const defaultMailboxLimits: MailboxLimits = {
  maxSpaceBytes: limits.maxSpaceBytes,
  maxDevicesPerSpace: limits.maxDevicesPerSpace,
  maxOpenInvitesPerSpace: limits.maxOpenInvitesPerSpace,
  maxRoundsPerSpace: limits.maxRoundsPerSpace,
  maxKiosksPerRound: limits.maxKiosksPerRound,
  answerEnvelopesPerLinkPerHour: limits.answerEnvelopesPerLinkPerHour,
  kioskEnvelopesPerLinkPerHour: limits.kioskEnvelopesPerLinkPerHour,
  maxPullBytes: limits.maxBodyBytes,
};

/**
 * Keeps what it cannot read and hands it to whoever may have it. Every method is one transaction: it is done
 * as a whole and durable when its promise resolves, or not done at all. tests/server/mailbox.contract.ts says
 * what each promises.
 */
export interface Mailbox {
  /** Which capability of a space this token hash is. `gone` for a deleted space, else `unauthorized`. */
  spaceCapability(space: string, tokenHash: string): Promise<Result<SpaceCapability>>;
  /** Which link of a round this token hash is. A purged round's links are still known, to be told so. */
  linkCapability(round: string, tokenHash: string): Promise<Result<LinkCapability>>;

  /** Making the same space again is no error and makes nothing. */
  createSpace(request: CreateSpace): Promise<Result<{ state: SpaceState; isNew: boolean }>>;
  /** Everything of the space goes; its id and its rounds' ids are remembered and refused. */
  deleteSpace(by: AdminCapability): Promise<Result<null>>;

  openInvite(by: DeviceCapability, invite: string, request: OpenInvite): Promise<Result<null>>;
  readInvite(by: InviteCapability): Promise<Result<Invitation>>;
  /**
   * Uses the invite up; the same device may repeat the request, in case the reply was lost. A device that was revoked is
   * `forbidden`, with an invite and for the admin alike.
   */
  enrolDevice(
    by: InviteCapability | AdminCapability,
    request: EnrolDevice,
  ): Promise<Result<SpaceState>>;
  listDevices(by: AdminCapability): Promise<Result<DeviceList>>;
  /** For good. Takes all unused invites with it: whoever leaves may hold any of the links. Once more takes none. */
  revokeDevice(by: AdminCapability, device: string): Promise<Result<null>>;

  /** Dates and quotas may move; the card and the tokens never change. */
  registerRound(by: DeviceCapability, round: string, request: RegisterRound): Promise<Result<null>>;
  roundCard(by: LinkCapability): Promise<Result<RoundCard>>;
  /** An envelope of kind `voice` of the link's own round; `notFound` for every other id, `gone` after the purge. */
  roundVoice(by: LinkCapability, voice: string): Promise<Result<RoundVoice>>;
  /** Keeps the newest report of each kiosk; `forbidden` through an answer link, `full` from one kiosk too many. */
  reportKiosk(by: LinkCapability, report: KioskReport): Promise<Result<null>>;
  listKioskReports(by: DeviceCapability): Promise<Result<KioskReports>>;
  /** Deletes the round's envelopes for good and keeps the purge's own. */
  purgeRound(by: AdminCapability, envelope: Envelope): Promise<Result<null>>;

  /** One outcome per envelope, in the order given. */
  pushEnvelopes(
    by: DeviceCapability | LinkCapability,
    envelopes: readonly Envelope[],
  ): Promise<Result<PushReply>>;
  /** The envelopes after a place in the sequence, lowest first; `mark` is the id that the reader met at that place. */
  pull(
    by: DeviceCapability,
    page: {
      readonly after: number;
      readonly limit: number;
      readonly mark?: string | undefined;
    },
  ): Promise<Result<PullReply>>;
  /** Calls back at once and whenever the head moves, until the returned function is called or it has ended. */
  watchHead(
    by: DeviceCapability,
    onChange: (change: HeadChange) => void,
  ): Promise<Result<() => void>>;

  /** Ends every watch, then lets go of the store. */
  close(): Promise<void>;
}
