/** Limits of the wire, shared by both sides so that neither has to guess. Bytes unless named otherwise. */
export const protocolVersion = 1;

/** An answer's envelope as JSON text: 16 KiB of padded plain text, its HPKE overhead, base64url and header. */
export const maxAnswerEnvelopeBytes = 24 * 1024;
/** A team envelope as JSON text; the largest is a recorded voice prompt. */
export const maxTeamEnvelopeBytes = 256 * 1024;
export const maxBatchEnvelopes = 500;
/** One request's body: a client cuts its batches to fit, so that one slow upload is not all or nothing. */
export const maxBodyBytes = 4 * 1024 * 1024;
export const maxCardBytes = 64 * 1024;
/** The most envelopes that one pull may return, and what it returns when not asked. */
export const maxPullEnvelopes = 500;
/** One space's stored envelopes in all. */
export const maxSpaceBytes = 512 * 1024 * 1024;
export const maxDevicesPerSpace = 50;
export const maxOpenInvitesPerSpace = 20;
export const maxRoundsPerSpace = 500;

/** Envelopes that one round takes through its answer link and through its kiosk link. */
export const defaultAnswerQuota = 5_000;
export const defaultKioskQuota = 20_000;
export const maxQuota = 100_000;
/** New envelopes an hour through one round's link: a flood on a poster's link leaves the rest of the day, and the kiosk, in peace. */
export const answerEnvelopesPerLinkPerHour = 1_200;
export const kioskEnvelopesPerLinkPerHour = 6_000;
/** Kiosks whose newest report one round keeps. */
export const maxKiosksPerRound = 50;

/** Requests a minute in memory, per link and per address. No address is kept longer or logged. */
export const answerRequestsPerLinkPerMinute = 600;
export const answerRequestsPerAddressPerMinute = 120;
/** Recorded prompts have a count of their own: a phone asks for some twenty, and several phones share a centre's address. */
export const voiceRequestsPerLinkPerMinute = 1_200;
export const voiceRequestsPerAddressPerMinute = 300;
export const teamRequestsPerAddressPerMinute = 1_200;

/** The page stops taking answers at the closing date; the mailbox this much later, for phones that were offline. */
export const lateAnswerDays = 60;

/** The longest time that an invite may stay open. */
export const maxInviteDays = 14;
/** The event stream says something at least this often, so that dead connections are noticed. */
export const eventHeartbeatMs = 20_000;
