import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../fixtures.ts';
import { flood } from './flood.ts';

const mebibyte = 1024 * 1024;

describe('a hundred thousand made-up requests over real connections', () => {
  it('get a 4xx or are right by chance, and leave nothing behind in memory', async () => {
    const counts = { warmUp: 20_000, measured: 85_000 };
    const { replies, hangUps, afterWarmUp, atEnd } = await flood(temporaryFolder(), counts, 20_265);
    const answered = [...replies.values()].reduce((sum, count) => sum + count, 0);
    expect(answered + hangUps.broken).toBe(counts.warmUp + counts.measured);
    expect(hangUps.http).toBe(0); // Whoever speaks HTTP gets a reply.
    expect([...replies.keys()].filter((status) => status >= 500)).toEqual([]);
    for (const status of [200, 204, 400, 401, 403, 404, 431]) {
      expect(replies.get(status), `replies with ${status}`).toBeGreaterThan(0);
    }
    expect(atEnd.faults).toEqual([]);
    const grown = { heap: atEnd.heapUsed - afterWarmUp.heapUsed, rss: atEnd.rss - afterWarmUp.rss };
    expect(grown.heap).toBeLessThan(4 * mebibyte);
    // What the allocator keeps for the next time levels off; a leak of a kilobyte a request would be 85 MiB.
    expect(grown.rss).toBeLessThan(80 * mebibyte);
  }, 600_000);
});
