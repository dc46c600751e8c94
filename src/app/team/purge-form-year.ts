import { keepAggregates, purgeRounds } from '#commands/purge-rounds.ts';
import type { SealedEnvelope } from '#crypto/envelope-seal.ts';
import { derivedToken, purposes } from '#crypto/purposes.ts';
import type { FormId } from '#instruments/form.ts';
import { laterAnswers } from '#projections/later-answers.ts';
import { retentionViews } from '#projections/retention-views.ts';
import { bookPaths } from '#records/book-paths.ts';
import { createMailboxClient } from '#sync/mailbox-client.ts';
import { pull } from '#sync/pull.ts';
import { pushLane } from '#sync/push.ts';
import type { CentreSession } from './centre-session.ts';
import { deviceToken, kitOf } from './device-secrets.ts';
import type { TeamDeps } from './team-deps.ts';

/** The steps of a purge, in their order. Until `purge` nothing is taken away, and all can be done again. */
export const purgeSteps = ['pull', 'keep', 'send', 'purge', 'clear'] as const;
export type PurgeStep = (typeof purgeSteps)[number];

/**
 * `notAdmin`: needs the kit, or was given another centre's. `open`: a round is not closed. `nothing`: gone already.
 * `onTheWay`: not all that is shown has come to this device, so that it cannot say what may stay.
 * `unreachable`: no network to the mailbox. `refused`: the mailbox said no (full, or does not know this device).
 */
export type PurgeRefusal = 'notAdmin' | 'open' | 'nothing' | 'onTheWay' | 'unreachable' | 'refused';
export type PurgeResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: PurgeRefusal; readonly at: PurgeStep };

interface PurgeOrder {
  readonly form: FormId;
  readonly year: number;
  readonly mailbox: string | null;
  /** The kit's secret as somebody typed it, on a device that does not hold it. */
  readonly kit?: string | undefined;
  readonly onStep?: ((step: PurgeStep) => void) | undefined;
}

/**
 * Purges a form's year: takes in everything first, writes what may stay, waits until the mailbox has that, and only
 * then lets the mailbox delete and deletes here. The mailbox goes first, so that a crash between the two leaves a
 * purge that every device meets, this one too.
 */
export async function purgeFormYear(
  deps: TeamDeps,
  session: CentreSession,
  order: PurgeOrder,
): Promise<PurgeResult> {
  const { form, year, mailbox } = order;
  const { store, keys } = session;
  let at: PurgeStep = 'pull';
  const stop = (why: PurgeRefusal): PurgeResult => ({ ok: false, why, at });
  const begin = (step: PurgeStep): void => {
    at = step;
    order.onStep?.(step);
  };

  const kit = order.kit ?? (await kitOf(keys));
  if (kit === null) return stop('notAdmin');
  const client = mailbox === null ? null : createMailboxClient(mailbox, deps.fetch);
  const token = await deviceToken(keys);

  begin('pull');
  if (client !== null) {
    const end = await pull(store, client, keys.space, token);
    if (end !== 'current') return stop(end === 'later' ? 'unreachable' : 'refused');
  }
  await session.refresh();

  begin('keep');
  let refusal: PurgeRefusal | null = null;
  await session.act((ledger) => {
    const view = retentionViews(ledger).find((one) => one.form === form && one.year === year);
    if (view === undefined || !view.closed) refusal = view === undefined ? 'nothing' : 'open';
    else if (laterAnswers(ledger, form, year).onTheirWay > 0) refusal = 'onTheWay';
    return refusal === null ? keepAggregates(ledger, form, year, session.commandDeps) : [];
  });
  if (refusal !== null) return stop(refusal);

  begin('send');
  if (client !== null) {
    const end = await pushLane(store, 'space', (envelopes) =>
      client.pushEnvelopes(token, keys.space, envelopes),
    );
    if (end !== 'drained') return stop(end === 'later' ? 'unreachable' : 'refused');
    // Refused for good it lies aside, and no other device would ever have the numbers.
    const kept = session.ledger.value.book.field(bookPaths.kept(form, year))?.heads ?? [];
    const ids = kept.flatMap((head) => head.ids);
    if ((await store.asideRows()).some(({ id }) => ids.includes(id))) return stop('refused');
  }

  begin('purge');
  const records = purgeRounds(session.ledger.value, form, year, session.commandDeps);
  const envelopes = await Promise.all(records.map((record) => session.keyring.seal(record)));
  if (client !== null) {
    const admin = await derivedToken(kit, purposes.kitAdmin);
    for (const envelope of envelopes) {
      const reply = await client.purgeRound(admin, keys.space, { envelope });
      if (reply.ok) continue;
      if (reply.code === 'unauthorized' || reply.code === 'forbidden') return stop('notAdmin');
      return stop(isPassing(reply.code) ? 'unreachable' : 'refused');
    }
  }

  begin('clear');
  await takeIn(session, envelopes, client === null);
  return { ok: true };
}

/** A centre without a mailbox keeps the purge for the day when it names one. */
async function takeIn(
  session: CentreSession,
  envelopes: readonly SealedEnvelope[],
  waits: boolean,
): Promise<void> {
  const origin = waits
    ? ({ from: 'here', lane: 'admin' } as const)
    : ({ from: 'elsewhere' } as const);
  await session.store.append(envelopes, origin);
  await session.refresh();
}

function isPassing(code: string): boolean {
  return ['unreachable', 'unavailable', 'tooMany', 'badReply'].includes(code);
}
