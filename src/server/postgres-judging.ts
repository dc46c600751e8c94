import type { Envelope } from '#protocol/envelope.ts';
import type { EnvelopeOutcome } from '#protocol/errors.ts';
import type { PushReply } from '#protocol/routes.ts';
import {
  arrangeBatch,
  envelopeBytes,
  isClosedForGood,
  judgeEnvelope,
  type EnvelopeFacts,
} from './envelope-rules.ts';
import type { LinkCapability } from './mailbox.ts';
import { linkKey, type Push, type PushFacts } from './postgres-facts.ts';
import { standingRefusal } from './postgres-transactions.ts';
import { done, type Result } from './result.ts';

/** What a group of pushes comes to: a reply for each, and what is to be stored and counted. */
export interface Judgement {
  readonly replies: readonly Result<PushReply>[];
  /** In the order in which they get their places. */
  readonly accepted: readonly Envelope[];
  /** How many new envelopes came through each link, by `linkKey`. */
  readonly countsByLink: ReadonlyMap<string, LinkCount>;
}
export interface LinkCount {
  readonly by: LinkCapability;
  readonly stored: number;
}

interface JudgingDeps {
  readonly facts: PushFacts;
  readonly today: string;
  readonly below: (limit: number) => number;
}

/** Judges pushes to one space one after another, each knowing what was accepted before it. */
export function judgePushes(pushes: readonly Push[], deps: JudgingDeps): Judgement {
  const { facts, today, below } = deps;
  const acceptedById = new Map<string, Envelope>();
  const accepted: Envelope[] = [];
  const countsByLink = new Map<string, LinkCount>();
  let { spaceBytesLeft } = facts;

  function linkFacts(by: Push['by']): Pick<EnvelopeFacts, 'quotaLeft' | 'isRoundClosed'> {
    if (by.kind === 'device') return { quotaLeft: 0, isRoundClosed: false };
    const allowance = facts.allowancesByLink.get(linkKey(by));
    if (allowance === undefined) return { quotaLeft: 0, isRoundClosed: true };
    const stored = countsByLink.get(linkKey(by))?.stored ?? 0;
    const isRoundClosed = isClosedForGood(allowance.closes, today);
    return { quotaLeft: allowance.quotaLeft - stored, isRoundClosed };
  }

  function judge({ by, envelopes }: Push): Result<PushReply> {
    const refusal =
      by.kind === 'device'
        ? standingRefusal(facts.isSpaceDeleted, facts.devices.has(by.device))
        : null;
    if (refusal !== null) return refusal;
    const mine: Envelope[] = [];
    const results = envelopes.map((envelope): { id: string; outcome: EnvelopeOutcome } => {
      const { id, round } = envelope;
      const { quotaLeft, isRoundClosed } = linkFacts(by);
      const outcome = judgeEnvelope(by, envelope, {
        existing: acceptedById.get(id) ?? facts.existingById.get(id),
        isRoundPurged: round !== null && (facts.isSpaceDeleted || facts.purgedRounds.has(round)),
        quotaLeft: quotaLeft - mine.length,
        isRoundClosed,
        spaceBytesLeft,
      });
      if (outcome === 'stored') {
        acceptedById.set(id, envelope);
        mine.push(envelope);
        spaceBytesLeft -= envelopeBytes(envelope);
      }
      return { id, outcome };
    });
    if (by.kind !== 'device' && mine.length > 0) {
      const before = countsByLink.get(linkKey(by))?.stored ?? 0;
      countsByLink.set(linkKey(by), { by, stored: before + mine.length });
    }
    accepted.push(...arrangeBatch(mine, below));
    return done({ epoch: by.kind === 'device' ? facts.epoch : null, results });
  }

  const replies = pushes.map(judge);
  return { replies, accepted, countsByLink };
}
