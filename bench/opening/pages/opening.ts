import { fromBase64url, utf8 } from '#crypto/bytes.ts';
import { additionalData, type SealedEnvelope } from '#crypto/envelope-seal.ts';
import { hpkeSuite, storedPair } from '#crypto/hpke.ts';
import { browserTeamDeps } from '#app/team/browser-deps.ts';
import { openSession } from '#app/team/centre-session.ts';
import { createStore } from '#store/store.ts';
import type { TeamDeps } from '#app/team/team-deps.ts';
import { watchMainThread } from '../../shared/pages/main-thread.ts';
import { makeLargeCentre } from '../../shared/pages/large-centre.ts';

/** Opens a second, and the longest that the page could not have answered a touch meanwhile. */
export interface OpeningRound {
  readonly raw: number;
  readonly reader: number;
  readonly readerBlockMs: number;
  readonly onPage: number;
  readonly onPageBlockMs: number;
  readonly again: number;
}

declare global {
  var openingRound: ((count: number) => Promise<OpeningRound>) | undefined;
}

type Session = ReturnType<typeof openSession>;

/** The bare library on this thread: what is sealed lies ready as bytes, and nothing is done with what comes out. */
async function rawRate(session: Session, envelopes: readonly SealedEnvelope[]): Promise<number> {
  const ready = await Promise.all(
    envelopes.map(async (envelope) => {
      const { id, kind, key, round } = envelope;
      const body = session.ledger.value.roundKeys.get(round ?? '');
      if (body === undefined) throw new Error('no key');
      const { cardHash } = body;
      const place = { id, kind, key, round, space: session.keys.space, cardHash };
      const sealed = fromBase64url(envelope.sealed);
      return {
        round,
        body,
        sealed,
        options: { info: utf8('spegla/1 answer'), aad: additionalData(place) },
      };
    }),
  );
  const pairs = new Map<string | null, Awaited<ReturnType<typeof storedPair>>>();
  for (const { round, body } of ready) {
    if (!pairs.has(round)) pairs.set(round, await storedPair(body));
  }
  const started = performance.now();
  for (let at = 0; at < ready.length; at += 64) {
    await Promise.all(
      ready.slice(at, at + 64).map(({ round, sealed, options }) => {
        const pair = pairs.get(round);
        if (pair === undefined) throw new Error('no pair');
        return hpkeSuite.Open(pair, sealed.subarray(0, 65), sealed.subarray(65), options);
      }),
    );
  }
  return (ready.length * 1_000) / (performance.now() - started);
}

/** A start of the product's own session on a store with sealed answers: read, open, parse, fold, keep in blocks. */
async function sessionRate(
  deps: TeamDeps,
  keys: Parameters<typeof openSession>[1],
  count: number,
): Promise<{ readonly rate: number; readonly blockMs: number; readonly session: Session }> {
  const watch = watchMainThread();
  const started = performance.now();
  const session = openSession(deps, keys);
  await session.refresh();
  const ms = performance.now() - started;
  const blockMs = watch.stop();
  const opened = [...session.reading.value.records.values()].filter(
    ({ kind }) => kind === 'answer',
  );
  if (opened.length !== count) throw new Error(`${opened.length} of ${count} were opened`);
  return { rate: (count * 1_000) / ms, blockMs, session };
}

async function dropBlocks({ store }: Session): Promise<void> {
  await store.dropBlocks((await store.blocks()).flatMap(({ key }) => key ?? []));
}

globalThis.openingRound = async (count) => {
  const deps = browserTeamDeps();
  const { newOpeningWorker: _none, ...depsWithoutWorker } = deps;
  const size = { answers: { reflection: 0, parents: count, children: 0 }, texts: 0 };
  const { keys, collected } = await makeLargeCentre(deps, [2026], size);
  const empty = openSession(deps, keys);
  await empty.refresh();
  // Sealed by this product's keyring: their kinds are the envelope's.
  const envelopes = collected.flat() as readonly SealedEnvelope[];
  const raw = await rawRate(empty, envelopes);
  await empty.stop();
  const door = createStore(keys.space, deps.storage);
  await door.append(envelopes, { from: 'elsewhere' });
  door.close();
  const reader = await sessionRate(deps, keys, count);
  await reader.session.stop();
  const again = await sessionRate(deps, keys, count);
  await dropBlocks(again.session);
  await again.session.stop();
  const onPage = await sessionRate(depsWithoutWorker, keys, count);
  await onPage.session.stop();
  return {
    raw,
    reader: reader.rate,
    readerBlockMs: reader.blockMs,
    onPage: onPage.rate,
    onPageBlockMs: onPage.blockMs,
    again: again.rate,
  };
};
