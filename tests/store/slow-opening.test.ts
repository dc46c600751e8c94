import { describe, expect, it, onTestFinished } from 'vitest';
import { createCardStore } from '#store/card-store.ts';
import { setupStorage } from '../app/devices.ts';
import { holdOn, SilentFactory } from '../app/answer/unanswering-storage.ts';

const row = { round: 'r', sealedCard: 'c', opens: '2026-11-02', closes: '2026-11-15' };

describe('a database that does not open', () => {
  it('is given up where another page blocks its upgrade, and used as soon as that page lets go', async () => {
    const storage = setupStorage();
    const letGo = await holdOn(storage.indexedDB, 'spegla-cards');
    const cards = createCardStore(storage);
    onTestFinished(() => cards.close());
    await expect(cards.keep(row)).rejects.toThrow(
      expect.objectContaining({ name: 'TimeoutError' }),
    );
    // Known to be blocked: nobody waits once more.
    const before = performance.now();
    await expect(cards.card('r')).rejects.toThrow(
      expect.objectContaining({ name: 'TimeoutError' }),
    );
    expect(performance.now() - before).toBeLessThan(500);

    letGo();
    await cards.whenOpen();
    await cards.keep(row);
    expect(await cards.card('r')).toEqual(row);
  });

  it('is given up where the browser never answers', async () => {
    const cards = createCardStore({ ...setupStorage(), indexedDB: new SilentFactory() });
    onTestFinished(() => cards.close());
    await expect(cards.card('r')).rejects.toThrow(
      expect.objectContaining({ name: 'TimeoutError' }),
    );
  });

  it('that comes after its page has let go is closed, and stands in nobody’s way', async () => {
    const storage = setupStorage();
    const letGo = await holdOn(storage.indexedDB, 'spegla-cards');
    const cards = createCardStore(storage);
    await expect(cards.card('r')).rejects.toThrow();
    cards.close();
    letGo();
    await new Promise<void>((resolve, reject) => {
      const request = storage.indexedDB.deleteDatabase('spegla-cards');
      request.onerror = () => reject(new Error('not deleted'));
      request.onsuccess = () => resolve();
    });
  });
});
