import { isSameEnvelope, type Envelope } from '#protocol/envelope.ts';
import type { EnvelopeOutcome } from '#protocol/errors.ts';
import { lateAnswerDays, maxAnswerEnvelopeBytes, maxTeamEnvelopeBytes } from '#protocol/limits.ts';
import { addDays } from './days.ts';
import type { DeviceCapability, LinkCapability } from './mailbox.ts';

/** What the store knows about one offered envelope at the moment of judging. */
export interface EnvelopeFacts {
  /** What already stands under its id. */
  readonly existing: Envelope | undefined;
  readonly isRoundPurged: boolean;
  /** How many more this link may store; unused for a device. */
  readonly quotaLeft: number;
  /** Whether the link's round no longer takes even late answers; unused for a device. */
  readonly isRoundClosed: boolean;
  readonly spaceBytesLeft: number;
}

const frameBytes = '{"v":1,"id":"","kind":"","key":"","round":,"sealed":""}'.length;

/** The length of an envelope's JSON text. All of it is ASCII that needs no escapes, so that adding up is enough. */
export function envelopeBytes({ id, kind, key, round, sealed }: Envelope): number {
  const roundBytes = round === null ? 'null'.length : round.length + 2;
  return frameBytes + id.length + kind.length + key.length + roundBytes + sealed.length;
}

/** Whether an envelope is longer than its kind may be. */
export function isTooLarge(envelope: Envelope): boolean {
  const limit = envelope.kind === 'answer' ? maxAnswerEnvelopeBytes : maxTeamEnvelopeBytes;
  return envelopeBytes(envelope) > limit;
}

/** Whether this is a recorded prompt of that very round: all that a link may read besides its card. */
export function isVoiceOf(envelope: Envelope | undefined, round: string): envelope is Envelope {
  return envelope?.kind === 'voice' && envelope.round === round;
}

/** Whether a round that closes on `closes` has stopped taking late answers by `today`. */
export function isClosedForGood(closes: string, today: string): boolean {
  return today > addDays(closes, lateAnswerDays);
}

/**
 * The outcome for one envelope; `stored` means that it is to be stored. What stands already is `known` even
 * after closing or over quota: its sender only lost the reply.
 */
export function judgeEnvelope(
  by: DeviceCapability | LinkCapability,
  envelope: Envelope,
  facts: EnvelopeFacts,
): EnvelopeOutcome {
  const isLink = by.kind !== 'device';
  if (isLink && (envelope.kind !== 'answer' || envelope.round !== by.round)) return 'forbidden';
  if (facts.isRoundPurged && envelope.kind !== 'purge') return 'purged';
  if (isTooLarge(envelope)) return 'tooLarge';
  if (facts.existing !== undefined) {
    return isSameEnvelope(facts.existing, envelope) ? 'known' : 'conflict';
  }
  if (envelope.kind === 'purge') return 'forbidden';
  if (isLink && facts.isRoundClosed) return 'closed';
  if (isLink && facts.quotaLeft <= 0) return 'full';
  if (envelopeBytes(envelope) > facts.spaceBytesLeft) return 'full';
  return 'stored';
}

/**
 * The order in which a batch gets its places: answers come last and shuffled, so that a kiosk's batch does not
 * tell who came first. `below(n)` gives a random whole number from 0 to n − 1 (Fisher–Yates).
 */
export function arrangeBatch(
  envelopes: readonly Envelope[],
  below: (limit: number) => number,
): Envelope[] {
  const answers: Envelope[] = [];
  const others: Envelope[] = [];
  for (const envelope of envelopes) {
    if (envelope.kind !== 'answer') {
      others.push(envelope);
      continue;
    }
    const place = below(answers.length + 1);
    const displaced = answers[place];
    if (displaced === undefined) {
      answers.push(envelope);
    } else {
      answers[place] = envelope;
      answers.push(displaced);
    }
  }
  return [...others, ...answers];
}
