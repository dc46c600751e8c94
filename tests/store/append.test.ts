import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredEnvelope } from '#store/centre-store.ts';
import { elsewhere, envelope, here, setupStore } from './envelopes.ts';

/** A value that no disk takes: storing it fails inside the transaction. */
const notStorable = (() => 'a function') as unknown as string;

describe('append, the one door', () => {
  it('takes an envelope once, however often and from wherever it comes', async () => {
    const { store } = setupStore();
    const one = envelope();
    expect(await store.append([one, one], here)).toEqual({
      added: [one.id],
      known: [one.id],
      conflicts: [],
      refused: [],
    });
    expect(await store.append([{ ...one }], elsewhere)).toMatchObject({ known: [one.id] });
    expect(await store.all()).toEqual([one]);
  });

  it('gives the same set for every order, doubling and grouping', async () => {
    const envelopes = Array.from({ length: 12 }, () => envelope());
    const someOfThem = fc.array(fc.constantFrom(...envelopes), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.array(someOfThem, { maxLength: 5 }), async (batches) => {
        const { store } = setupStore();
        for (const batch of batches) await store.append(batch, elsewhere);
        const ids = new Set(batches.flat().map(({ id }) => id));
        expect((await store.allIds()).toSorted()).toEqual([...ids].toSorted());
        expect(await store.asideRows()).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('puts what was made here into the outbox, and what came from elsewhere not', async () => {
    const { store } = setupStore();
    const [mine, theirs] = [envelope(), envelope()];
    await store.append([mine], { from: 'here', lane: 'round' });
    await store.append([theirs, mine], elsewhere);
    expect(await store.outbox('round', 10)).toEqual([mine]);
    expect(await store.outboxLanes()).toEqual(['round']);
    expect([await store.outboxCount('all'), await store.outboxCount('round')]).toEqual([1, 1]);
  });

  it.each<[string, Partial<StoredEnvelope>]>([
    ['other sealed bytes', { sealed: 'other' }],
    ['another kind', { kind: 'fact' }],
    ['another round', { round: 'r'.repeat(22) }],
    ['another key', { key: 'x'.repeat(22) }],
  ])('keeps a newcomer with %s under a known id aside, whole', async (_what, fields) => {
    const { store } = setupStore();
    const one = envelope();
    const other = { ...one, ...fields };
    await store.append([one], here);
    expect(await store.append([other], elsewhere)).toMatchObject({
      added: [],
      conflicts: [one.id],
    });
    expect(await store.append([other], elsewhere)).toMatchObject({ conflicts: [one.id] });
    expect(await store.get([one.id])).toEqual([one]);
    expect(await store.asideRows()).toMatchObject([{ reason: 'conflict', envelope: other }]);
  });

  it('refuses the envelopes of a purged round ever after, but not the purge itself', async () => {
    const { store } = setupStore();
    const round = 'r'.repeat(22);
    await store.purge(round, []);
    const answer = envelope({ kind: 'answer', round });
    const purge = envelope({ kind: 'purge', round });
    const other = envelope();
    expect(await store.append([answer, purge, other], elsewhere)).toMatchObject({
      added: [purge.id, other.id],
      refused: [answer.id],
    });
    expect((await store.allIds()).toSorted()).toEqual([purge.id, other.id].toSorted());
  });

  it('leaves nothing half done when one envelope of many cannot be stored', async () => {
    const { store } = setupStore();
    const known = envelope();
    await store.append([known], elsewhere);
    const poisoned = envelope({ sealed: notStorable });
    const conflict = { ...known, sealed: 'other' };
    await expect(store.append([envelope(), conflict, poisoned], here)).rejects.toThrow();
    expect(await store.allIds()).toEqual([known.id]);
    expect(await store.outboxCount('all')).toBe(0);
    expect(await store.asideRows()).toEqual([]);
  });

  it('leaves no envelope behind when its place in the outbox cannot be stored', async () => {
    const { store } = setupStore();
    await expect(store.append([envelope()], { from: 'here', lane: notStorable })).rejects.toThrow();
    expect(await store.allIds()).toEqual([]);
    const one = envelope();
    expect(await store.append([one], here)).toMatchObject({ added: [one.id] }); // The door still opens.
  });
});
