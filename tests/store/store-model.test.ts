import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StoredEnvelope } from '#store/centre-store.ts';
import type { Store } from '#store/store.ts';
import { elsewhere, envelope, setupStore } from './envelopes.ts';

/*
 * What a store must be, whatever lies in rows and whatever in packs: the same steps on a store and on plain maps end in
 * the same. Batches are long enough for packs, rounds few enough to be purged, and two tabs take turns.
 */
const rounds = [null, 'a'.repeat(22), 'b'.repeat(22)] as const;
const universe = rounds.flatMap((round) =>
  Array.from({ length: 30 }, () => envelope({ round, kind: round === null ? 'edit' : 'answer' })),
);
const purges = rounds.flatMap((round) =>
  round === null ? [] : [envelope({ round, kind: 'purge' })],
);
const everything = [...universe, ...purges];

interface Model {
  readonly envelopes: Map<string, StoredEnvelope>;
  readonly lanes: Map<string, string>;
  readonly purged: Set<string>;
  readonly aside: Set<string>;
}
type Step = (store: Store, model: Model) => Promise<void>;

const someOf = (max: number) =>
  fc.shuffledSubarray(everything, { minLength: 1, maxLength: max }).chain((picked) =>
    fc
      .record({
        doubled: fc.boolean(),
        // One in a batch may come with another body than the universe's.
        forged: fc.option(fc.nat(picked.length - 1), { freq: 4, nil: -1 }),
      })
      .map(({ doubled, forged }) => {
        const batch = picked.map((each, at) =>
          at === forged ? { ...each, sealed: 'forged' } : each,
        );
        return doubled ? [...batch, ...batch.slice(0, 5)] : batch;
      }),
  );

const append = fc
  .record({ batch: someOf(everything.length), lane: fc.constantFrom(null, 'space', 'lane') })
  .map(({ batch, lane }): Step => async (store, model) => {
    const expected = { added: [], known: [], conflicts: [], refused: [] } as Record<
      string,
      string[]
    >;
    for (const each of batch) {
      const same = model.envelopes.get(each.id);
      const note = (what: string): void => void expected[what]?.push(each.id);
      if (each.round !== null && model.purged.has(each.round) && each.kind !== 'purge') {
        note('refused');
      } else if (same === undefined) {
        model.envelopes.set(each.id, each);
        if (lane !== null) model.lanes.set(each.id, lane);
        note('added');
      } else if (same.sealed === each.sealed) {
        note('known');
      } else {
        model.aside.add(`${each.id}!${each.sealed.slice(-22)}`);
        note('conflicts');
      }
    }
    const origin = lane === null ? elsewhere : ({ from: 'here', lane } as const);
    expect(await store.append(batch, origin)).toEqual(expected);
  });

const purge = fc.constantFrom(...purges).map(({ id, round }): Step => async (store, model) => {
  if (round === null) return;
  await store.purge(round, [id]);
  model.purged.add(round);
  for (const each of model.envelopes.values()) {
    if (each.round !== round || each.id === id) continue;
    model.envelopes.delete(each.id);
    model.lanes.delete(each.id);
  }
  for (const each of everything) {
    if (each.round !== round) continue;
    for (const key of model.aside) if (key.startsWith(each.id)) model.aside.delete(key);
  }
});

const withdraw = someOf(40).map((batch): Step => async (store, model) => {
  await store.withdraw(batch.map(({ id }) => id));
  for (const { id } of batch) {
    model.envelopes.delete(id);
    model.lanes.delete(id);
  }
});

const acknowledge = someOf(60).map((batch): Step => async (store, model) => {
  await store.acknowledge(batch.map(({ id }) => id));
  for (const { id } of batch) {
    model.lanes.delete(id);
    model.aside.delete(id);
  }
});

const refuse = someOf(40).map((batch): Step => async (store, model) => {
  await store.setAside(batch.map(({ id }) => ({ id, reason: 'forbidden' })));
  for (const { id } of batch) {
    if (model.envelopes.has(id)) model.aside.add(id);
    model.lanes.delete(id);
  }
});

const offerAll = fc.constant<Step>(async (store, model) => {
  await store.offerAll();
  for (const { id, kind } of model.envelopes.values()) {
    if (!model.lanes.has(id)) model.lanes.set(id, kind === 'purge' ? 'admin' : 'space');
  }
});

async function expectSame(store: Store, model: Model): Promise<void> {
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  const envelopes = [...model.envelopes.values()].toSorted(byId);
  const ids = envelopes.map(({ id }) => id);
  expect((await store.allIds()).toSorted()).toEqual(ids);
  expect([...(await store.all())].toSorted(byId)).toEqual(envelopes);
  expect(await store.get(['nobody', ...ids])).toEqual(envelopes);
  for (const lane of ['space', 'lane', 'admin']) {
    const waiting = ids.filter((id) => model.lanes.get(id) === lane);
    expect(await store.outboxIds(lane)).toEqual(waiting);
    const first = envelopes.filter(({ id }) => waiting.slice(0, 50).includes(id));
    expect(await store.outbox(lane, 50)).toEqual(first);
  }
  expect((await store.asideRows()).map(({ id }) => id).toSorted()).toEqual(
    [...model.aside].toSorted(),
  );
}

it('is the same set of envelopes after any steps in any order, by whichever of two tabs', async () => {
  const step = fc.oneof(
    { weight: 5, arbitrary: append },
    purge,
    withdraw,
    acknowledge,
    refuse,
    offerAll,
  );
  const steps = fc.array(fc.tuple(fc.boolean(), step), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const { store, openTab } = setupStore();
      const tabs = [store, openTab()] as const;
      const model: Model = {
        envelopes: new Map(),
        lanes: new Map(),
        purged: new Set(),
        aside: new Set(),
      };
      for (const [isOther, take] of taken) await take(tabs[isOther ? 1 : 0], model);
      for (const tab of tabs) await expectSame(tab, model);
      for (const tab of tabs) tab.close();
    }),
    { numRuns: 60 },
  );
});
