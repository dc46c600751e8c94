import * as v from 'valibot';
import type { Envelope } from '#protocol/envelope.ts';
import { hourOf } from './days.ts';
import type { DeviceCapability, LinkCapability, MailboxLimits } from './mailbox.ts';
import { allRowsOf, envelopeRowSchema, type PostgresRunner } from './postgres-rows.ts';
import type { SpaceRow } from './postgres-transactions.ts';

/** One request of a group that is stored in one transaction. */
export interface Push {
  readonly by: DeviceCapability | LinkCapability;
  readonly envelopes: readonly Envelope[];
}

export const linkKey = ({ round, kind }: LinkCapability) => `${round} ${kind}`;

/** What the store knows of a group of pushes to one space, while that is locked. */
export interface PushFacts {
  readonly epoch: string | null;
  readonly isSpaceDeleted: boolean;
  readonly spaceBytesLeft: number;
  /** Those of the pushing devices that are enrolled. */
  readonly devices: ReadonlySet<string>;
  readonly purgedRounds: ReadonlySet<string>;
  /** By `linkKey`; a link without one may write nothing. */
  readonly allowancesByLink: ReadonlyMap<string, { closes: string; quotaLeft: number }>;
  readonly existingById: ReadonlyMap<string, Envelope>;
}

const idFact = v.object({ id: v.string() });
const factRow = v.variant('fact', [
  v.object({ fact: v.literal('deleted'), row: idFact }),
  v.object({ fact: v.literal('device'), row: idFact }),
  v.object({ fact: v.literal('purged'), row: idFact }),
  v.object({
    fact: v.literal('round'),
    row: v.object({
      id: v.string(),
      closes: v.string(),
      answer_left: v.number(),
      kiosk_left: v.number(),
      answer_hour: v.number(),
      kiosk_hour: v.number(),
    }),
  }),
  v.object({ fact: v.literal('envelope'), row: envelopeRowSchema }),
]);

/*
 * All of it in one question: devices $2, the links' rounds $3, all rounds $4, envelopes $5, the hour $6. The
 * envelopes are looked up one by one, whatever the planner believes: in a space that it underestimates (a new one)
 * it would rather read the whole space.
 */
const selectFacts = `
  SELECT 'deleted' AS fact, json_build_object('id', id) AS row FROM deleted_space WHERE id = $1
  UNION ALL SELECT 'device', json_build_object('id', id)
    FROM device WHERE space = $1 AND id = ANY ($2)
  UNION ALL SELECT 'purged', json_build_object('id', id)
    FROM purged_round WHERE space = $1 AND id = ANY ($4)
  UNION ALL SELECT 'round', json_build_object('id', id, 'closes', closes,
      'answer_left', answer_quota - answer_count, 'kiosk_left', kiosk_quota - kiosk_count,
      'answer_hour', coalesce((SELECT count FROM link_hour
        WHERE space = $1 AND round = round.id AND kind = 'answer' AND hour = $6), 0),
      'kiosk_hour', coalesce((SELECT count FROM link_hour
        WHERE space = $1 AND round = round.id AND kind = 'kiosk' AND hour = $6), 0))
    FROM round WHERE id = ANY ($3)
  UNION ALL SELECT 'envelope', json_build_object('id', one.id, 'kind', kind, 'key', key,
      'round', round, 'sealed', sealed)
    FROM unnest($5::text[]) AS asked (id) CROSS JOIN LATERAL (
      SELECT * FROM envelope WHERE space = $1 AND id = asked.id LIMIT 1
    ) AS one`;

/** Asks for what judging these pushes needs. The space's row must be locked by this transaction. */
export async function readPushFacts(
  runner: PostgresRunner,
  pushes: readonly Push[],
  deps: { space: string; row: SpaceRow | undefined; limits: MailboxLimits; now: Date },
): Promise<PushFacts> {
  const { space, row, limits, now } = deps;
  const callers = pushes.map(({ by }) => by);
  const envelopes = pushes.flatMap((push) => push.envelopes);
  const unique = (texts: readonly (string | null)[]) => [
    ...new Set(texts.filter((text) => text !== null)),
  ];
  const rows = await allRowsOf(
    factRow,
    runner,
    selectFacts,
    space,
    unique(callers.map((by) => (by.kind === 'device' ? by.device : null))),
    unique(callers.map((by) => (by.kind === 'device' ? null : by.round))),
    unique(envelopes.map(({ round }) => round)),
    unique(envelopes.map(({ id }) => id)),
    hourOf(now),
  );

  const devices = new Set<string>();
  const purgedRounds = new Set<string>();
  const allowancesByLink = new Map<string, { closes: string; quotaLeft: number }>();
  const existingById = new Map<string, Envelope>();
  let isSpaceDeleted = false;
  for (const found of rows) {
    if (found.fact === 'deleted') isSpaceDeleted = true;
    else if (found.fact === 'device') devices.add(found.row.id);
    else if (found.fact === 'purged') purgedRounds.add(found.row.id);
    else if (found.fact === 'envelope') existingById.set(found.row.id, found.row);
    else {
      const { id, closes, answer_left, kiosk_left, answer_hour, kiosk_hour } = found.row;
      const ofAnswer = limits.answerEnvelopesPerLinkPerHour - answer_hour;
      const ofKiosk = limits.kioskEnvelopesPerLinkPerHour - kiosk_hour;
      const link = { space, round: id };
      allowancesByLink.set(linkKey({ ...link, kind: 'answer' }), {
        closes,
        quotaLeft: Math.min(answer_left, ofAnswer),
      });
      allowancesByLink.set(linkKey({ ...link, kind: 'kiosk' }), {
        closes,
        quotaLeft: Math.min(kiosk_left, ofKiosk),
      });
    }
  }
  const spaceBytesLeft = limits.maxSpaceBytes - (row?.bytes ?? 0);
  const epoch = row?.epoch ?? null;
  return {
    epoch,
    isSpaceDeleted,
    spaceBytesLeft,
    devices,
    purgedRounds,
    allowancesByLink,
    existingById,
  };
}
